import type { Json } from './caller';
import type { SeededRandom } from './seededRandom';

const grounds = { kind: 'needsAssessed', needs: [{ category: 'safety', level: 'medium' }] };

/** How an officer may say that a task was done; undefined for work that these officers leave alone. */
export function outcomeOf(task: Json, random: SeededRandom): Record<string, unknown> | undefined {
  switch (task.kind) {
    case 'makeFirstContact':
      return { kind: 'contactMade', channel: random.oneOf(['phone', 'email', 'inPerson']), with: 'victim' };
    case 'reviewMissedFirstContact':
      return { kind: 'firstContactReviewed', cause: 'noAnswer', goodReason: true };
    case 'assessNeeds':
      return { ...grounds, riskLevel: random.oneOf(['standard', 'medium', 'high']) };
    case 'choosePathway':
      return {
        kind: 'pathwayChosen',
        pathway: 'universal',
        support: random.oneOf(['accepted', 'declined']),
        differsBecause: 'victimsWish',
      };
    case 'makeReferral':
      return {
        kind: 'referralMade',
        recipient: 'serviceProvider',
        supportService: 'example-support',
        basis: 'consent',
      };
    case 'chaseReferral':
      return { kind: 'referralAccepted', referralId: task.referralId };
    case 'signpost':
      return { kind: 'signposted', supportServices: ['example-support'], format: 'leaflet' };
    case 'agreeVictimContract':
      return { kind: 'victimContractAgreed', channel: 'phone', everyDays: random.oneOf([7, 14, 28]) };
    case 'giveVictimUpdate':
      return { kind: 'victimUpdateGiven', channel: 'phone' };
    case 'tellVictim':
      return { kind: 'victimTold', channel: 'phone' };
    case 'reviewEvent':
      return { kind: 'eventReviewed', about: task.about[0], decision: 'discarded' };
    default:
      return undefined;
  }
}

const suspect = { suspects: ['s1'] };

/** Something that happened to a victim or a suspect, as an event for the record. */
export function anEvent(random: SeededRandom): Record<string, unknown> {
  return random.oneOf([
    { kind: 'contactAttempted', data: { channel: 'phone', result: random.oneOf(['noAnswer', 'messageLeft']) } },
    { kind: 'stanceChanged', data: { stance: 'supportsProsecution', answer: random.oneOf(['yes', 'no']) } },
    { kind: 'suspectArrested', data: {}, ...suspect },
    { kind: 'suspectBailed', data: { conditions: random.chance(0.5) }, ...suspect },
    { kind: 'suspectCharged', data: { how: 'charged' }, ...suspect },
    { kind: 'verdictGiven', data: { verdict: 'guilty' }, ...suspect },
  ]);
}
