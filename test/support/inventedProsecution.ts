import { randomUUID } from 'node:crypto';
import { addCalendarDays, londonDay } from '../../domain/time/londonTime';
import type { CourtWorld } from './courtWorld';

export interface InventedDefendant {
  readonly id: string;
  readonly offenceId: string;
  readonly firstName: string;
  readonly lastName: string;
}

interface InventedOffence {
  readonly plea?: 'GUILTY' | 'NOT_GUILTY';
  readonly verdict?: 'GUILTY' | 'NOT_GUILTY' | 'NO_VERDICT';
  readonly results?: readonly object[];
}

/** What a shared hearing says of each defendant who is in it, by their place in the prosecution. */
interface InventedHearing {
  readonly hearingId: string;
  readonly type?: string;
  readonly on?: string;
  readonly days?: number;
  readonly crown?: boolean;
  readonly of?: Readonly<Record<number, InventedOffence>>;
  readonly bail?: 'C' | 'B' | 'U';
  readonly bailConditions?: string;
  readonly custodyTimeLimit?: string;
  readonly trial?: 'Cracked' | 'Ineffective';
  /** The court's words on an application that varied bail. */
  readonly bailVaried?: string;
  readonly appeal?: { readonly type: string; readonly on: string; readonly result?: string };
}

export const imprisonment = (months: number) => ({
  cjsCode: '1002',
  label: 'Imprisonment',
  category: 'FINAL',
  isConvictedResult: true,
  durationElement: { primaryDurationUnit: 'M', primaryDurationValue: months },
});

/** A prosecution as Common Platform would tell of it; everybody and everything in it is invented. */
export class InventedProsecution {
  readonly caseId = randomUUID();
  readonly defendants: readonly InventedDefendant[];

  constructor(
    private readonly world: CourtWorld,
    readonly urn: string,
    people = 1
  ) {
    this.defendants = ['Armstrong', 'Barnes'].slice(0, people).map((lastName) => ({
      ...{ id: randomUUID(), offenceId: randomUUID() },
      ...{ firstName: 'Alex', lastName },
    }));
  }

  async today(): Promise<string> {
    return londonDay(await this.world.now());
  }

  async in(days: number): Promise<string> {
    return addCalendarDays(await this.today(), days);
  }

  /** The court shares a hearing: alone that it will be, or, where it was today or before, how it went. */
  async shares(given: InventedHearing): Promise<void> {
    const now = await this.world.now();
    const on = given.on ?? londonDay(now);
    const days = Array.from({ length: given.days ?? 1 }, (_, index) => ({
      sittingDay: `${addCalendarDays(on, index)}T09:30:00.000Z`,
    }));
    const isPast = on <= londonDay(now);
    const who = Object.keys(given.of ?? this.defendants).map(Number);
    const named = who.flatMap((place) => this.defendants[place] ?? []);
    const hearing = {
      id: given.hearingId,
      jurisdictionType: given.crown === false ? 'MAGISTRATES' : 'CROWN',
      type: { description: given.type ?? 'Trial' },
      courtCentre: { name: given.crown === false ? "Luton Magistrates' Court" : 'Luton Crown Court', roomName: '1' },
      hearingDays: days,
      ...(given.trial ? { crackedIneffectiveTrial: { type: given.trial } } : { isEffectiveTrial: isPast }),
      prosecutionCases: [
        {
          id: this.caseId,
          prosecutionCaseIdentifier: { caseURN: this.urn },
          defendants: named.map(({ id, offenceId, firstName, lastName }, index) => {
            const { plea, verdict, results = [] } = given.of?.[who[index] ?? 0] ?? {};
            return {
              id,
              personDefendant: {
                ...(given.bail ? { bailStatus: { code: given.bail } } : {}),
                ...(given.bailConditions ? { bailConditions: given.bailConditions } : {}),
                ...(given.custodyTimeLimit ? { custodyTimeLimit: given.custodyTimeLimit } : {}),
                personDetails: { firstName, lastName },
              },
              offences: [
                {
                  ...{ id: offenceId, offenceCode: 'OF61131' },
                  ...(plea ? { plea: { pleaDate: londonDay(now), pleaValue: plea } } : {}),
                  ...(verdict
                    ? { verdict: { verdictDate: londonDay(now), verdictType: { categoryType: verdict } } }
                    : {}),
                  judicialResults: results.map((result) => ({ orderedDate: londonDay(now), ...result })),
                },
              ],
            };
          }),
        },
      ],
      courtApplications: applicationsIn(given, londonDay(now)).map((application) => ({
        ...application,
        courtApplicationCases: [{ prosecutionCaseId: this.caseId }],
        subject: { masterDefendant: { defendantCase: named.map(({ id }) => ({ defendantId: id })) } },
      })),
    };
    await this.sends('wholeHearing', { hearing, ...(isPast ? { sharedTime: now } : {}) });
  }

  async moves(hearingId: string, on: string, days = 1): Promise<void> {
    const hearingDays = Array.from({ length: days }, (_, index) => ({
      startTime: `${addCalendarDays(on, index)}T09:30:00.000Z`,
    }));
    await this.sends('public.listing.hearing-days-changed-for-hearing', { hearingId, hearingDays });
  }

  async vacates(hearingId: string): Promise<void> {
    const caseDetails = [{ caseId: this.caseId, caseURN: this.urn }];
    await this.sends('public.hearing.trial-vacated', { hearingId, vacatedTrialReasonId: randomUUID(), caseDetails });
  }

  /** Each message comes twice, as queues deliver them. */
  private async sends(kind: string, body: object): Promise<void> {
    for (const state of ['taken', 'taken']) {
      const taken = await this.world.sends(kind, body);
      if (taken.state !== state) throw new Error(JSON.stringify([kind, taken.state, taken.because]));
    }
  }
}

function applicationsIn({ appeal, bailVaried }: InventedHearing, orderedDate: string): object[] {
  const appealed = appeal && {
    type: { appealFlag: true, type: appeal.type },
    applicationReceivedDate: appeal.on,
    judicialResults: appeal.result ? [{ label: appeal.result, orderedDate }] : [],
  };
  const varied = bailVaried && {
    type: { appealFlag: false, type: 'Application to vary conditions of bail' },
    judicialResults: [{ label: 'Granted', resultText: bailVaried, orderedDate }],
  };
  return [appealed, varied].flatMap((each) => each || []);
}
