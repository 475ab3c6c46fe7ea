import { createHash } from 'node:crypto';
import type { DefendantIds } from '../../domain/court/courtEvent';
import type { Reader } from './reading';

/** A court by its name, short enough for every field that holds one: `luton-crown-court`. */
export function courtSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’;]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (plain.length <= 45) return plain || 'unnamed';
  // Two long names that begin alike stay two courts.
  return `${plain.slice(0, 36)}-${createHash('sha256').update(plain).digest('hex').slice(0, 8)}`;
}

export interface Named {
  readonly forename?: string | undefined;
  readonly surname?: string | undefined;
  /** The court keeps the name back: it makes no id, and is shown to nobody. */
  readonly isMasked?: boolean | undefined;
  readonly asn?: string | undefined;
  readonly platformId?: string | undefined;
  readonly masterId?: string | undefined;
}

const titles = /^(mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady)\.?$/;

/** Every id of a defendant, the one that never changes first. A masked name gives none. */
export function defendantIds(reader: Pick<Reader, 'idOf'>, named: Named): DefendantIds {
  const { forename, surname, asn, platformId, masterId, isMasked } = named;
  const name = isMasked ? '' : nameKey(forename, surname);
  return [
    ...(platformId ? [`cp-${platformId.toLowerCase()}`] : []),
    ...(masterId ? [`master-${masterId.toLowerCase()}`] : []),
    ...(asn && !isMasked && isSummonsNumber(asn) ? [`asn-${reader.idOf('asn', plainNumber(asn))}`] : []),
    ...(name ? [`name-${reader.idOf('name', name)}`] : []),
  ];
}

const plainNumber = (asn: string) => asn.replace(/[^A-Za-z0-9]/g, '').toUpperCase();

/** Other prosecutors write a name of their own there, which would make one person of all whom they prosecute. */
const isSummonsNumber = (asn: string) => /^\d{2}[A-Z0-9]{6,7}\d{11}[A-Z]$/.test(plainNumber(asn));

/** First forename and surname, without titles, case and accents: what every sender gives alike. */
function nameKey(forename: string | undefined, surname: string | undefined): string {
  const words = `${forename ?? ''} ${surname ?? ''}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .split(/\s+/)
    .filter((word) => word && !titles.test(word));
  const [first, last] = [words[0], words.at(-1)];
  // A surname alone is borne by too many.
  return words.length > 1 && first && last ? `${first} ${last}` : '';
}

/** A name in one piece, as lists give it: `Mr Test USER`. */
export function wholeName(written: string | undefined): Pick<Named, 'forename' | 'surname'> {
  const words = (written ?? '').split(/\s+/).filter((word) => word && !titles.test(word.toLowerCase()));
  return words.length > 1 ? { forename: words[0], surname: words.at(-1) } : {};
}
