import type { CourtEvent, CourtEventData } from './courtEvent';
import { wordsOn, type CourtRecord } from './courtRecord';

type Part = 'hearingDays' | 'hearingKind' | 'hearingPlace';

/**
 * Every hearing with an id of the court's own, put together from messages that told all of it and messages that told its
 * days, its kind or its place alone: of each part the word issued last; of two of one instant the one that is about that
 * part alone, since clocks of senders stop at seconds. It is issued when its days were.
 */
export function hearingsSet(record: CourtRecord): CourtEvent<'hearingSet'>[] {
  const whole = new Map(wordsOn(record, 'hearingSet').map((set) => [set.data.hearingId, set]));
  const parts = <K extends Part>(kind: K) =>
    new Map(wordsOn(record, kind).map((part) => [part.data.hearingId, part as CourtEvent<Part>]));
  const [days, kinds, places] = [parts('hearingDays'), parts('hearingKind'), parts('hearingPlace')];
  const hearingIds = [...new Set([whole, days, kinds, places].flatMap((each) => [...each.keys()]))].sort();
  return hearingIds.flatMap((hearingId) => {
    const set = whole.get(hearingId);
    const later = [days, kinds, places]
      .map((each) => each.get(hearingId))
      .filter(
        (part) => part !== undefined && (set === undefined || part.issuedAt >= set.issuedAt)
      ) as CourtEvent<Part>[];
    const by = set ?? later[0];
    return by ? [laidOver(hearingId, by, set, later)] : [];
  });
}

function laidOver(
  hearingId: string,
  by: CourtEvent,
  set: CourtEvent<'hearingSet'> | undefined,
  later: readonly CourtEvent<Part>[]
): CourtEvent<'hearingSet'> {
  let { issuedAt, receivedAt, messageId, source } = by;
  let data: CourtEventData['hearingSet'] = set?.data ?? {
    hearingId,
    hearing: 'other',
    certainty: 'toBeFixed',
    defendants: [],
  };
  for (const part of later) {
    if (part.kind === 'hearingKind') data = { ...data, hearing: part.data.hearing };
    else if (part.kind === 'hearingPlace') data = { ...data, ...given(part.data) };
    else {
      const { certainty, on, at, untilOn, pauses } = part.data;
      data = { ...data, certainty, on, at, untilOn, pauses };
      ({ issuedAt, receivedAt, messageId, source } = part);
    }
  }
  return { kind: 'hearingSet', data, issuedAt, receivedAt, messageId, source };
}

function given<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
