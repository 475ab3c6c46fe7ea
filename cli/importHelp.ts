import { crimeTypes } from './policeData/crimeTypes';

const width = Math.max(...crimeTypes.map(({ name }) => name.length));
const victims = { person: 'person', business: 'business', none: 'no victim' } as const;
const typeLines = crimeTypes.map(
  ({ name, victim, assumption }) => `  ${name.padEnd(width)}  ${victims[victim].padEnd(9)}  ${assumption}`
);

/** Printed under the options of `crime-reports`: everything that the files do not say. */
export const crimeHelp = `
What is invented, since these files name no victim, no day and no time:
  - One victim for each crime, drawn from the crime id: the same row makes the same victim again. Names are plainly
    invented, phone numbers come from 07700 900000 to 900999 (Ofcom's range for drama), e-mail addresses are at
    example.org. A shop has a named contact.
  - When the crime happened, was reported and reached the force: spread over the month (London time) by a coarse
    profile of busy and quiet hours of a week: the shape of one US city's reports in whole numbers, since English
    forces publish no times. All three lie within the month.
  - With --recent N they are spread over the last N days in place of the month, whatever month the row names.
    The days count back from --until; without it from the hour of the first run, which the state file keeps. Without
    that state file, or with another --until, --recent or --team, the reports differ from those imported before: the
    service keeps the first ones, and such rows are rejected.
  - Places are not imported. The crime id serves as crime reference.

What is assumed of each crime type:
${typeLines.join('\n')}

Every row is counted once: cases started + already known + no victim known + rejected = rows read.
A stopped or killed import goes on where it was when the same command is run again.
Exit code: 0 all rows are accounted for, 1 something is wrong with files or options, 2 not finished, run it again.
`;

/** Printed under the options of `outcomes`. */
export const outcomeHelp = `
Each outcome becomes the events that it stands for (docs/import.md has the table). What is invented:
  - The day: within the outcome's month, after the report, never in the future. Where reports were imported with
    --recent, the outcomes follow them within 14 days and keep their order.
  - What must have happened before: nobody is sentenced or acquitted without a charge, so one is recorded where the
    case has none, and a verdict before a sentence.
  - Nothing about suspects: the events name none, so that a case has one unnamed suspect unless it knows of others.

Every row is counted once: applied + already known + kept until their crime arrives + rejected = rows read. Kept ones
are tried again by the next run of either command; outcomes of crimes without a victim stay kept.
Exit code: 0 all rows are accounted for, 1 something is wrong with files or options, 2 not finished, run it again.
`;

/** Printed under the options of `directory`. */
export const directoryHelp = `
The first line names the columns, in any order: code and name, and as they are wanted open (yes or no), recipients, needs,
areas, languages, phone, email, website, route (an https address, or a secure e-mail address) and partners. Lists are
separated by semicolons. A service whose code is known is put in place of the known one; those that the file does not name
stay. Where a row is wrong, it is listed with its line and column, and nothing is taken over.
`;

/** Printed under the options of `court-messages`. */
export const courtHelp = `
What a file is, is found out from what it holds, or from its name where it is an event of Common Platform
(public.hearing.adjourned.json). Times of the Crown Court are London's, those of magistrates' courts UTC. The same file
again does nothing again, and files may be sent in any order.

What becomes of a message: taken (it told our prosecutions what concerns them), waiting (it names a prosecution by an id of
the court which no message has made known yet), says nothing (understood, and nothing for a victim or witness), parked (it
cannot be read: mend it under /operations/parked-messages, docs/court-messages.md says how), already known.
Exit code: 0 all were taken in, 1 some are parked or refused, each is listed, 2 not finished, run it again.
`;
