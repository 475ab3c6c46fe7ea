import type { z } from 'zod';
import type { reportBody } from '../../api/intake/reportContract';

export type SampleReport = z.input<typeof reportBody>;

const hourMs = 3_600_000;

/** How long before the demo each sample occurred, was reported and was received, in hours. */
type Ago = readonly [occurred: number, reported: number, received: number];

const force = { investigatingForce: 'hertfordshire', owningTeam: 'north-victim-care' } as const;

/** A mobile number of Ofcom's range for drama: nobody has it. */
const safePhone = (lastThree: string) =>
  ({ channel: 'phone', value: `07700 900${lastThree}`, safe: 'yes', preferred: true }) as const;

/** Invented reports, one for each kind of victim that the service must do right by. Nobody in them exists. */
const samples: readonly {
  readonly name: string;
  readonly ago: Ago;
  readonly report: Omit<SampleReport, 'source' | 'sourceReference' | 'occurredAt' | 'reportedAt' | 'receivedAt'>;
}[] = [
  {
    name: 'domestic-abuse',
    ago: [9, 3, 2],
    report: {
      ...force,
      crimeReference: 'DEMO/1001/26',
      offence: { category: 'violenceAgainstThePerson', homeOfficeCode: '8/6', title: 'Assault by a partner' },
      circumstances: ['domesticAbuse', 'repeatVictim'],
      suspects: [{ suspectId: 'suspect-1', name: 'Jordan Invented' }],
      officerInCase: 'officer-demo-1',
      officerActions: [],
      people: [
        {
          role: 'victim',
          name: 'Robin Madeup',
          contactPoints: [
            {
              channel: 'phone',
              value: '07700 900101',
              safe: 'yes',
              preferred: true,
              safeDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
              safeFrom: '09:30',
              safeTo: '14:30',
              mayLeaveMessage: false,
              instruction: 'Only while the children are at school. Hang up if anyone else answers.',
            },
            { channel: 'email', value: 'robin.madeup@example.org', safe: 'no', instruction: 'The suspect reads it.' },
          ],
          needs: ['Somewhere safe to stay'],
        },
      ],
      note: 'The victim asks that nobody comes to the house.',
    },
  },
  {
    name: 'burglary',
    ago: [30, 6, 5],
    report: {
      ...force,
      crimeReference: 'DEMO/1002/26',
      offence: { category: 'burglary', homeOfficeCode: '28/1', title: 'Burglary of a dwelling' },
      people: [
        { role: 'victim', name: 'Sam Pretend', contactPoints: [safePhone('102')] },
        { role: 'witness', name: 'Charlie Neighbour', contactPoints: [safePhone('103')] },
      ],
    },
  },
  {
    name: 'fraud-with-an-elderly-victim',
    ago: [24 * 40, 24 * 21, 20],
    report: {
      ...force,
      crimeReference: 'DEMO/1003/26',
      offence: { category: 'fraud', title: 'A caller who said he was from the bank' },
      circumstances: ['elderlyVictim'],
      people: [
        {
          role: 'victim',
          name: 'Evelyn Fictional',
          dateOfBirth: '1941-05-17',
          contactPoints: [{ channel: 'letter', value: '1 Sample Street, Exampleton', safe: 'yes', preferred: true }],
          representatives: [{ name: 'Pat Fictional', relation: 'other', contactPoints: [safePhone('104')] }],
          needs: ['Hard of hearing'],
        },
      ],
    },
  },
  {
    name: 'modern-slavery',
    ago: [24 * 14, 12, 11],
    report: {
      ...force,
      operationReference: 'DEMO-OPERATION-1',
      offence: { category: 'modernSlavery', title: 'Forced labour at a car wash' },
      circumstances: ['modernSlavery'],
      suspects: [{ suspectId: 'suspect-1' }, { suspectId: 'suspect-2' }],
      people: [
        {
          role: 'victimAndWitness',
          name: 'Ilir Imaginary',
          language: 'sq',
          interpreterNeeded: true,
          contactPoints: [{ ...safePhone('108'), instruction: 'By the specialist officer only, with an interpreter.' }],
        },
      ],
    },
  },
  {
    name: 'shop',
    ago: [20, 19, 18],
    report: {
      ...force,
      crimeReference: 'DEMO/1005/26',
      offence: { category: 'shoplifting', homeOfficeCode: '46', title: 'Theft from a shop' },
      people: [
        {
          role: 'victim',
          kind: 'business',
          name: 'Example Stores (invented)',
          contactPoints: [{ channel: 'email', value: 'manager@shop.example.org', safe: 'yes', preferred: true }],
          representatives: [{ name: 'Alex Manager', relation: 'businessContact', contactPoints: [safePhone('105')] }],
        },
      ],
    },
  },
  {
    name: 'bereaved-family',
    ago: [20, 20, 19],
    report: {
      ...force,
      operationReference: 'DEMO-OPERATION-2',
      crimeReference: 'DEMO/1006/26',
      offence: { category: 'homicide', title: 'Murder' },
      circumstances: ['death'],
      suspects: [{ suspectId: 'suspect-1' }],
      people: [
        { role: 'victim', kind: 'bereavedRelative', name: 'Morgan Unreal', contactPoints: [safePhone('106')] },
        {
          role: 'victim',
          kind: 'bereavedRelative',
          name: 'Casey Unreal',
          under18: true,
          contactPoints: [],
          representatives: [{ name: 'Morgan Unreal', relation: 'parent', contactPoints: [safePhone('106')] }],
        },
      ],
    },
  },
  {
    name: 'witness',
    ago: [50, 49, 48],
    report: {
      ...force,
      crimeReference: 'DEMO/1007/26',
      offence: { category: 'robbery', homeOfficeCode: '34/2', title: 'Street robbery seen from a bus' },
      suspects: [{ suspectId: 'suspect-1' }],
      officerActions: [],
      people: [{ role: 'witness', name: 'Jamie Onlooker', contactPoints: [safePhone('107')] }],
    },
  },
];

/** The samples as a records system would send them at `now`; `run` keeps one demo's references apart from another's. */
export function sampleReports(
  now: Date,
  run: string
): readonly { readonly name: string; readonly report: SampleReport }[] {
  const before = (hours: number): string => new Date(now.getTime() - hours * hourMs).toISOString();
  return samples.map(({ name, ago: [occurred, reported, received], report }) => ({
    name,
    report: {
      source: name.startsWith('fraud') ? 'reportFraud' : 'policeRecordsSystem',
      sourceReference: `demo-${run}-${name}`,
      occurredAt: before(occurred),
      reportedAt: before(reported),
      receivedAt: before(received),
      ...report,
    },
  }));
}
