import type { InboundMessage } from '../../database/corporate/inboundMessage';
import type { CourtEvent } from '../../domain/court/courtEvent';
import type { ListHeader } from '../../gateways/courts/reading';
import type { Engine } from '../engine';
import { tellCourtCase } from './courtCaseCalls';
import type { Placed } from './placeProsecutions';

/**
 * Tells every prosecution that was in an earlier list of the same court and day and is not in the newest: it is not thereby
 * vacated, and a person asks the court. A list that arrives late is older than the newest, and takes nothing out of it.
 */
export async function askAboutMissing(
  engine: Engine,
  { messageId, receivedAt }: InboundMessage,
  placed: readonly Placed[],
  { family, publishedAt, version, covers }: ListHeader
): Promise<void> {
  for (const { court, on } of unique(covers)) {
    const urns = [...new Set(placed.filter((each) => isOn(each, court, on)).map(({ urn }) => urn))].sort();
    const day = { family, court, on, publishedAt, version, messageId, receivedAt, urns };
    const { missing, newest } = await engine.database.courtListings.noteList(day);
    for (const urn of missing) {
      const event: CourtEvent<'missingFromList'> = {
        kind: 'missingFromList',
        data: { court, on },
        source: family.startsWith('crown') ? 'crownCourtLists' : 'magistratesLists',
        messageId: newest.messageId,
        issuedAt: newest.publishedAt,
        ...(newest.version === undefined ? {} : { version: newest.version }),
        receivedAt: newest.receivedAt,
      };
      await tellCourtCase(engine, urn, [event]);
    }
  }
}

function isOn({ events }: Placed, court: string, on: string): boolean {
  return events.some(({ data }) => 'court' in data && 'on' in data && data.court === court && data.on === on);
}

function unique(covers: ListHeader['covers']): ListHeader['covers'] {
  return [...new Map(covers.map((each) => [`${each.court} ${each.on}`, each])).values()];
}
