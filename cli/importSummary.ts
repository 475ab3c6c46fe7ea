import type { Counts } from './importing/importState';

const headings: Readonly<Record<string, string>> = {
  crimes: 'Crimes',
  outcomes: 'Outcomes',
  keptOutcomes: 'Outcomes kept from earlier',
};

/** The counts as a person reads them: `keptUntilTheirCrimeArrives` is `kept until their crime arrives`. */
export function importSummary(counts: Readonly<Record<string, Counts>>): string {
  return Object.entries(counts)
    .map(([part, numbers]) => {
      const lines = Object.entries(numbers).map(
        ([name, count]) => `${count.toLocaleString('en-GB').padStart(10)} ${words(name)}`
      );
      return [headings[part] ?? part, ...lines].join('\n');
    })
    .join('\n');
}

function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
