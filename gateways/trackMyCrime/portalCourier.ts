import type { Cases } from '../../database/cases/cases';
import type { CrimeReports } from '../../database/intake/crimeReports';
import type { Notes } from '../../database/cases/notes';
import type { OutboxItem } from '../../database/outbox';
import type { Persons } from '../../database/people/persons';
import { addHours } from '../../domain/time/londonTime';
import { contactStanding } from '../../domain/contact/contactStanding';
import { mayReach, type ContactVerdict } from '../../domain/contact/safeContact';
import type { Courier, DeliveryTried } from '../courier';
import type { PortalContent } from './portalPosting';
import type { TrackMyCrime } from './trackMyCrime';

interface Parts {
  readonly portal: TrackMyCrime | undefined;
  readonly persons: Pick<Persons, 'readPerson'>;
  readonly cases: Pick<Cases, 'casesOfPersons'>;
  readonly crimeReports: Pick<CrimeReports, 'crimeReferenceOf'>;
  readonly notes: Pick<Notes, 'readNotes'>;
}

const mostCases = 200;

/** The victim's own login, read when they choose: it has no times, and rings nowhere. */
const ownLogin = { channel: 'email', safe: 'yes' } as const;

/**
 * Publishes what an officer wrote to the victim. Whether it still may is asked at the moment of sending. What answers the
 * victim's own message reaches also who wants no other contact.
 */
export function portalCourier({ portal, persons, cases, crimeReports, notes }: Parts): Courier {
  async function mayPublish({ personId = '', caseId }: OutboxItem, kind: PortalContent['kind'], now: string) {
    const person = await persons.readPerson(personId);
    if (!person) return undefined;
    const known = await cases.casesOfPersons([personId], mostCases);
    const standing = contactStanding({ person, cases: known, caseId });
    const wantsNone = standing.wantsNone && kind === 'updatePublished';
    return mayReach({ ...standing, wantsNone }, { route: ownLogin, at: now, isSafetyNews: false, overridden: false });
  }

  return {
    async deliver(item, content, now): Promise<DeliveryTried> {
      const { reportId, at, noteId, kind } = content as PortalContent;
      const verdict: ContactVerdict | undefined = await mayPublish(item, kind, now);
      const text = (await notes.readNotes([noteId])).get(noteId)?.text;
      if (verdict === undefined || text === undefined) return { delivered: { as: 'stopped', because: 'erased' } };
      if (!verdict.may) return { delivered: { as: 'stopped', because: verdict.because } };
      const reference = await crimeReports.crimeReferenceOf(reportId);
      if (!portal || reference === undefined) {
        const because = portal ? 'noCrimeReference' : 'notConnected';
        return { delivered: { as: 'waits', until: addHours(now, 1), because } };
      }
      const answer = await portal.publish(reference, item.itemId, { at, text });
      if (answer === 'taken') return { delivered: { as: 'delivered', reference: item.itemId } };
      return { delivered: { as: 'parked', because: answer } };
    },
  };
}
