import type { PersonKind } from '../../domain/vocabulary';
import type { KeyedHash } from '../encryption/searchHashes';
import type { ContactPoint, PersonDetails } from './personDetails';

type Known = Pick<PersonDetails, 'name' | 'dateOfBirth' | 'contactPoints'>;

/** Words that stand where nobody knew a name: twins are reported as two babies of one mother. */
const noNames = new Set(
  (
    'unknown anonymous baby infant child newborn twin boy girl male female man woman son daughter unborn ' +
    'victim witness resident occupier nk na tbc not known name test'
  ).split(' ')
);
const titles = new Set('mr mrs ms miss mx dr rev sir dame lord lady prof master'.split(' '));

/** A number that rings with one person, as a shared line at home does not; 070 and 076 are no mobiles. */
const ownNumber = /^(\+44|0044|0)7[1-57-9]\d{8}$/;

/**
 * Whether two records are of one person beyond doubt, so that nobody need be asked: the whole name, the day of birth and
 * a number or address of their own, all the same. What relatives, twins or a household share never suffices.
 */
export function isExactMatch(hash: KeyedHash, one: Known, other: Known): boolean {
  return (
    isWholeName(one.name) &&
    hash('personName', one.name) === hash('personName', other.name) &&
    isKnownDay(one.dateOfBirth) &&
    one.dateOfBirth === other.dateOfBirth &&
    ownPlaces(hash, one).some((place) => ownPlaces(hash, other).includes(place))
  );
}

/**
 * Whether a source's own id names two people: it is the same, and what it names is not. A name may change, and a day of
 * birth be mistyped; both at once are somebody else.
 */
export function isSomebodyElse(
  hash: KeyedHash,
  known: { readonly kind: PersonKind; readonly details: Known },
  reported: { readonly kind: PersonKind; readonly details: Known }
): boolean {
  if (known.kind !== reported.kind) return true;
  const [one, other] = [known.details, reported.details];
  if (hash('personName', one.name) === hash('personName', other.name)) return false;
  if (one.dateOfBirth !== undefined && other.dateOfBirth !== undefined) return one.dateOfBirth !== other.dateOfBirth;
  const shared = wordsOf(other.name);
  return !wordsOf(one.name).some((word) => shared.includes(word));
}

/** A given name and a surname in full: initials, titles and words for nobody in particular name no one. */
function isWholeName(name: string): boolean {
  const words = wordsOf(name);
  const [given = '', surname = ''] = [words[0], words.at(-1)];
  return words.length > 1 && given.length > 1 && surname.length > 1 && !words.some((word) => noNames.has(word));
}

function wordsOf(name: string): string[] {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, '');
  return letters.split(/\s+/).filter((word) => word !== '' && !titles.has(word));
}

/** The first of January is what forms and registers say where the day is not known. */
function isKnownDay(day: string | undefined): boolean {
  return day !== undefined && !day.endsWith('-01-01');
}

/** The numbers and addresses at which the person alone is reached, by every channel that they are known under. */
function ownPlaces(hash: KeyedHash, { contactPoints }: Known): string[] {
  const placeOf = ({ value }: ContactPoint) => hash('phone', value) ?? hash('email', value);
  const shared = new Set(contactPoints.filter((point) => !isOwn(point)).map(placeOf));
  return contactPoints.map(placeOf).filter((place) => place !== undefined && !shared.has(place)) as string[];
}

/** Nobody else is known to answer there, and nothing says that it is not theirs. */
function isOwn({ channel, value, safe, undeliverable, whoMayAnswer }: ContactPoint): boolean {
  if (safe === 'no' || undeliverable || whoMayAnswer !== undefined) return false;
  if (channel === 'email') return true;
  return (channel === 'phone' || channel === 'text') && ownNumber.test(value.replace(/[\s().-]/g, ''));
}
