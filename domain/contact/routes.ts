import { londonDay, type CalendarDay, type Instant } from '../time/londonTime';
import type { ContactSafety } from './safeContact';

export interface Route extends ContactSafety {
  readonly contactPointId?: string | undefined;
}

/** Whom a person is reached through: their own ways of contact, and those of who receives rights for them. */
export interface Reachable<R> {
  readonly contactPoints: readonly R[];
  readonly representatives: readonly { readonly representativeId: string; readonly contactPoints: readonly R[] }[];
}

interface RepresentedIn {
  readonly caseId: string;
  readonly ended: boolean;
  readonly careDetails?: { readonly representativesUntilOn?: CalendarDay | undefined } | undefined;
}

/** Whether representatives receive anything: not from the 18th birthday on, in any case that is open or that this is about. */
export function isRepresented(cases: readonly RepresentedIn[], caseId: string | undefined, at: Instant): boolean {
  const today = londonDay(at);
  return !cases.some(({ ended, careDetails, ...each }) => {
    const until = careDetails?.representativesUntilOn;
    return (!ended || each.caseId === caseId) && until !== undefined && until <= today;
  });
}

/** All ways of contact: the person's own first, then those of representatives with whose they are. */
export function routesOf<R extends Route>(
  { contactPoints, representatives }: Reachable<R>,
  represented: boolean
): readonly { readonly route: R; readonly representativeId?: string }[] {
  const theirs = represented
    ? representatives.flatMap(({ representativeId, contactPoints: points }) =>
        points.map((route) => ({ route, representativeId }))
      )
    : [];
  return [...contactPoints.map((route) => ({ route })), ...theirs];
}

/** The way of contact with this id. A number that one of them calls unsafe is unsafe, whoever else has it too. */
export function routeTo<R extends Route>(person: Reachable<R>, contactPointId: string, represented: boolean) {
  const known = routesOf(person, represented).filter(({ route }) => route.contactPointId === contactPointId);
  return known.find(({ route }) => route.safe === 'no') ?? known[0];
}
