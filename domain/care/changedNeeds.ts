import type { Fact, FactKind } from '../fact';

/** Facts after which the needs of a person are looked at again. A force reads this list; it is data. */
const alwaysLookedAt: ReadonlySet<FactKind> = new Set([
  'circumstancesChanged',
  'releasePlanned',
  'fearReported',
  'breachReported',
  'concernRaised',
  'crimeDisclosed',
  'capacityAssessed',
  'custodyChanged',
]);

/** What a correction of the person may have changed that an assessment rests on. */
const personFields = ['needs', 'language', 'interpreterNeeded'];

/** Whether a fact changes the circumstances that a needs assessment rests on. */
export function changesNeeds(fact: Fact): boolean {
  if (alwaysLookedAt.has(fact.kind)) return true;
  switch (fact.kind) {
    case 'reportAmended':
      return fact.data.circumstances !== undefined || fact.data.offence !== undefined;
    case 'bailChanged':
      return fact.data.change === 'breached' || fact.data.change === 'cancelled';
    case 'personChanged':
      return fact.data.changed.some((field) => personFields.includes(field));
    case 'supportWithdrawn':
      return fact.data.pressure !== 'no';
    // Somebody who should not have found them has.
    case 'contactStopped':
      return fact.data.reason === 'unsafe' || fact.data.reason === 'routeCompromised';
    default:
      return false;
  }
}
