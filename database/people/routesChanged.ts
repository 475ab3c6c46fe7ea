import type { FactData, NewFact } from '../../domain/fact';
import type { Instant } from '../../domain/time/londonTime';
import { preferredChannel, safeChannels, type PersonDetails } from './personDetails';

/** What a case is told where the ways of contact of its person have changed. */
export function routesChanged(person: PersonDetails, happenedAt: Instant): NewFact {
  const preferred = preferredChannel(person.contactPoints);
  const data: FactData['personChanged'] = {
    changed: ['contactPoints'],
    safeChannels: safeChannels(person),
    ...(preferred === undefined ? {} : { preferredChannel: preferred }),
  };
  return { kind: 'personChanged', data, source: 'team', happenedAt };
}
