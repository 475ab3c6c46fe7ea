import type { Cases } from '../../database/cases';
import type { CrimeReports } from '../../database/crimeReports';
import type { Notes } from '../../database/notes';
import { addHours } from '../../domain/londonTime';
import type { Courier, DeliveryTried } from '../courier';
import type { PortalContent } from './portalPosting';
import type { TrackMyCrime } from './trackMyCrime';

interface Parts {
  readonly portal: TrackMyCrime | undefined;
  readonly cases: Pick<Cases, 'findCase'>;
  readonly crimeReports: Pick<CrimeReports, 'crimeReferenceOf'>;
  readonly notes: Pick<Notes, 'readNotes'>;
}

/**
 * Publishes what an officer wrote to the victim, whose own login the portal is. Whether it still may is asked at the
 * moment of sending: nothing goes to somebody who has died, and no update to somebody who wants no contact.
 */
export function portalCourier({ portal, cases, crimeReports, notes }: Parts): Courier {
  return {
    async deliver(item, content, now): Promise<DeliveryTried> {
      const { reportId, at, noteId, kind } = content as PortalContent;
      const about = item.caseId === undefined ? undefined : await cases.findCase(item.caseId);
      if (about?.stage === 'victimDied') return stopped('victimDied');
      const wantsNone = about?.stances.wantsContact === 'no';
      if (wantsNone && kind === 'updatePublished') return stopped('wantsNoContact');
      if (!portal) return waits('notConnected');
      const reference = await crimeReports.crimeReferenceOf(reportId);
      if (reference === undefined) return waits('noCrimeReference');
      const text = (await notes.readNotes([noteId])).get(noteId)?.text;
      if (text === undefined) return stopped('erased');
      const answer = await portal.publish(reference, item.itemId, { at, text });
      if (answer === 'published') return { delivered: { as: 'delivered', reference: item.itemId } };
      return { delivered: { as: 'parked', because: answer } };

      function waits(because: string): DeliveryTried {
        return { delivered: { as: 'waits', until: addHours(now, 1), because } };
      }
    },
  };
}

function stopped(because: string): DeliveryTried {
  return { delivered: { as: 'stopped', because } };
}
