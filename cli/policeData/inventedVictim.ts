import { createHash } from 'node:crypto';
import { seeded } from './seeded';

interface ContactPoint {
  readonly channel: 'phone' | 'email';
  readonly value: string;
  readonly safe: 'yes' | 'unknown';
  readonly preferred?: true;
}

/** One person of a crime report, as the API takes it. */
export interface InventedVictim {
  readonly role: 'victim';
  readonly kind: 'person' | 'business';
  readonly name: string;
  readonly contactPoints: readonly ContactPoint[];
  readonly representatives?: readonly {
    readonly name: string;
    readonly relation: 'businessContact';
    readonly contactPoints: readonly ContactPoint[];
  }[];
}

// prettier-ignore
const firstNames = [
  'Alex', 'Bailey', 'Casey', 'Drew', 'Ellis', 'Frankie', 'Glenn', 'Harper', 'Indy', 'Jamie', 'Kit', 'Lee',
  'Morgan', 'Nicky', 'Ollie', 'Pat', 'Quinn', 'Robin', 'Sam', 'Toni', 'Val', 'Wren',
] as const;
// prettier-ignore
const surnames = [
  'Example', 'Fictionby', 'Imagineham', 'Inventhorpe', 'Madeupton', 'Makebelieve', 'Mockington', 'Notareal',
  'Placeholder', 'Pretendley', 'Samplewood', 'Specimen', 'Supposeworth', 'Testerby', 'Whatifton', 'Yarnspinner',
] as const;
// prettier-ignore
const shops = [
  'Example Stores', 'Fictional Foods', 'Imaginary Grocers', 'Made-Up Market', 'Pretend Pharmacy', 'Sample Superstore',
] as const;

/**
 * The victim that the files do not name, the same for the same crime. Names are plainly invented, phone numbers come
 * from the range that Ofcom keeps for drama, addresses are at example.org. A business has a named contact.
 */
export function inventedVictim(crimeId: string, kind: 'person' | 'business'): InventedVictim {
  const { share, oneOf } = seeded('victim', crimeId);
  const [first, last] = [oneOf(firstNames), oneOf(surnames)];
  const tag = createHash('sha256').update(`address\n${crimeId}`).digest('hex').slice(0, 8);
  const phone = `07700 900${String(Math.floor(share() * 1000)).padStart(3, '0')}`;
  const email = `${first}.${last}.${tag}@example.org`.toLowerCase();
  const preferred = share() < 0.7 ? 'phone' : 'email';
  const point = (channel: ContactPoint['channel'], value: string): ContactPoint =>
    channel === preferred ? { channel, value, safe: 'yes', preferred: true } : { channel, value, safe: 'unknown' };
  const contactPoints = [point('phone', phone), point('email', email)];
  const name = `${first} ${last}`;
  if (kind === 'person') return { role: 'victim', kind, name, contactPoints };
  return {
    role: 'victim',
    kind,
    name: `${oneOf(shops)}, ${last}`,
    contactPoints,
    representatives: [{ name, relation: 'businessContact', contactPoints }],
  };
}
