import { courtCaseView, type CourtCaseView } from '../../../domain/court/courtCaseView';
import type { CourtEvent, CourtEventData, CourtEventKind } from '../../../domain/court/courtEvent';
import { link, newCourtRecord, takeIn, type CourtRecord, type LinkedCase } from '../../../domain/court/courtRecord';
import { recognised } from '../../../domain/court/recognised';
import { tellingsOwed, toldTo, type Telling } from '../../../domain/court/tellings';
import type { Instant } from '../../../domain/time/londonTime';

export const armstrong = ['cp-11111111-1111-4111-8111-111111111111'];
export const barnes = ['cp-22222222-2222-4222-8222-222222222222'];

let messages = 0;

/** What a message said; issued and received at the same instant unless told. */
export function said<K extends CourtEventKind>(
  kind: K,
  data: CourtEventData[K],
  issuedAt: Instant,
  given: Partial<Pick<CourtEvent, 'source' | 'messageId' | 'receivedAt' | 'version'>> = {}
): CourtEvent {
  messages += 1;
  const base = { source: 'commonPlatform', messageId: `m${messages}`, receivedAt: issuedAt } as const;
  return { kind, data, issuedAt, ...base, ...given } as CourtEvent;
}

export function linkedCase(caseId: string, given: Partial<LinkedCase> = {}): LinkedCase {
  return { caseId, role: 'victim', suspects: ['s1'], matched: {}, since: '2026-03-01T09:00:00.000Z', ...given };
}

/** A prosecution in memory, which tells its cases as the workflow does. */
export class PureCourtCase {
  record: CourtRecord = newCourtRecord('c0', '01ZD0303208');
  readonly heard: Telling[] = [];

  constructor(private now: Instant = '2027-12-01T12:00:00.000Z') {}

  links(...cases: LinkedCase[]): this {
    for (const each of cases) this.record = link(this.record, each);
    return this.tell();
  }

  hears(...events: CourtEvent[]): this {
    for (const event of events) {
      this.record = takeIn(this.record, [event]);
      this.tell();
    }
    return this;
  }

  /** Facts that a case was told, as `kind` with what the test wants to see. */
  told(caseId: string): Telling['fact'][] {
    return this.heard.filter((telling) => telling.caseId === caseId).map(({ fact }) => fact);
  }

  view(): CourtCaseView {
    return courtCaseView(this.record);
  }

  private tell(): this {
    this.record = recognised(this.record);
    for (const telling of tellingsOwed(this.record, this.now)) {
      this.heard.push(telling);
      this.record = toldTo(this.record, telling);
    }
    return this;
  }
}
