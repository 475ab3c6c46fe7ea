import { normalisedUrn } from '../../../domain/court/urn';
import { londonDay } from '../../../domain/time/londonTime';
import { defendantIds, wholeName } from '../names';
import { nothing, sayings, type Reader, type Reading, type Said } from '../reading';
import { id, listOf, moment, object, time, urn, wording } from '../schemas';
import { dayOf, instantOf } from '../times';
import type { CourtFormat } from './format';
import { hearingRef } from './platform/event';

interface Notice {
  readonly eventType: string;
  readonly hearingId?: string;
  readonly documentGeneratedTimestamp?: string;
  readonly timestamp?: string;
  readonly masterDefendantId?: string;
  readonly cases?: readonly { readonly urn: string }[];
  readonly defendant?: { readonly masterDefendantId: string; readonly name?: string; readonly cases?: Notice['cases'] };
}

const cases = listOf(object({ urn }), 1);
const asSent = object(
  { eventType: wording, masterDefendantId: id, cases },
  { hearingId: id, documentGeneratedTimestamp: moment }
);
const asStored = object(
  {
    eventType: wording,
    defendant: object({ masterDefendantId: id }, { name: wording, cases: listOf(object({ urn })) }),
  },
  { hearingId: id, timestamp: moment }
);

/**
 * A notice of the results document subscription: that a document of a kind was made for a defendant. What it orders stands in
 * the document, which is no message; that somebody is remanded or sent to the Crown Court, its kind says.
 */
export const resultNotice: CourtFormat = {
  schema: { if: object({ defendant: {} }), then: asStored, else: asSent },
  read(payload, reader): Reading {
    const notice = payload as unknown as Notice;
    const { masterDefendantId: masterId, name } = notice.defendant ?? { masterDefendantId: notice.masterDefendantId };
    const issuedAt = instantOf(notice.documentGeneratedTimestamp ?? notice.timestamp) ?? reader.issuedAt;
    const say = sayings('commonPlatform', issuedAt);
    const defendant = defendantIds(reader, { masterId, ...wholeName(name) });
    const urns = (notice.cases ?? notice.defendant?.cases ?? []).map((each) => normalisedUrn(each.urn));
    // Of several cases nobody says in which it was.
    const [only, ...others] = urns;
    if (only === undefined) return nothing('namesNoProsecution');
    const isCertain = others.length === 0;
    const events = isCertain ? saidBy(notice.eventType, defendant, londonDay(issuedAt), say) : [];
    const makesKnown = isCertain && notice.hearingId ? [{ reference: hearingRef(notice.hearingId) }] : [];
    return { says: 'something', prosecutions: urns.map((each) => ({ urn: each, events, makesKnown })) };
  },
};

function saidBy(eventType: string, defendant: readonly string[], on: string, say: ReturnType<typeof sayings>): Said[] {
  if (/^W[EX]E_Remand/.test(eventType)) return [say('bailDecided', { defendant, decision: 'remanded', on })];
  return /^WEE_(SendingTo|CommittalTo)CrownCourt/.test(eventType) ? [say('sentToCrownCourt', { defendant, on })] : [];
}

interface Pointer {
  readonly eventTime?: string;
  readonly data: { readonly hearingId: string; readonly hearingDay?: string };
}

/** That a hearing was resulted, and no more: it was held on its day. */
export const hearingResultedPointer: CourtFormat = {
  schema: listOf(
    object(
      { eventType: { const: 'Hearing_Resulted' }, data: object({ hearingId: id }, { hearingDay: time }) },
      { eventTime: moment }
    ),
    1
  ),
  read: (payload, reader: Reader): Reading => ({
    says: 'something',
    prosecutions: (payload as unknown as Pointer[]).map(({ eventTime, data: { hearingId, hearingDay } }) => {
      const on = dayOf(hearingDay);
      const say = sayings('commonPlatform', instantOf(eventTime) ?? reader.issuedAt);
      const events = on ? [say('hearingHeld', { hearingId, on })] : [];
      return { references: [hearingRef(hearingId)], events, makesKnown: [] };
    }),
  }),
};
