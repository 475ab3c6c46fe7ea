import type { OffenceCategory } from '../../domain/vocabulary';

/** What the importer makes of one crime type of data.police.uk. */
export interface CrimeType {
  readonly name: string;
  readonly category: OffenceCategory;
  /** Who gets a case. `none`: the files tell of nobody who was harmed, so that no case starts. */
  readonly victim: 'person' | 'business' | 'none';
  /** What is assumed beyond what the files say; printed by the help. */
  readonly assumption: string;
}

/** The whole vocabulary of `Crime type` since 2013. */
export const crimeTypes: readonly CrimeType[] = [
  {
    name: 'Anti-social behaviour',
    category: 'antiSocialBehaviour',
    victim: 'none',
    assumption: 'An incident, not a recorded crime: it has no id, and whom it harmed is not published.',
  },
  {
    name: 'Bicycle theft',
    category: 'theft',
    victim: 'person',
    assumption: 'One owner.',
  },
  {
    name: 'Burglary',
    category: 'burglary',
    victim: 'person',
    assumption: 'One occupant; burglaries of businesses are not told apart from those of homes.',
  },
  {
    name: 'Criminal damage and arson',
    category: 'arsonAndCriminalDamage',
    victim: 'person',
    assumption: 'One owner; damage to public property is not told apart.',
  },
  {
    name: 'Drugs',
    category: 'drugs',
    victim: 'none',
    assumption: 'Possession and supply: recorded against the state, with no victim of their own.',
  },
  {
    name: 'Other crime',
    category: 'other',
    victim: 'person',
    assumption: 'Forgery, perjury and the like are among them: some have no victim, yet each is given one.',
  },
  {
    name: 'Other theft',
    category: 'theft',
    victim: 'person',
    assumption: 'One owner; thefts from businesses are not told apart.',
  },
  {
    name: 'Possession of weapons',
    category: 'possessionOfWeapons',
    victim: 'none',
    assumption: 'Carrying a weapon: recorded against the state, with no victim of its own.',
  },
  {
    name: 'Public order',
    category: 'publicOrder',
    victim: 'person',
    assumption: 'Affray and harassment are not told apart: some have no victim, yet each is given one.',
  },
  {
    name: 'Robbery',
    category: 'robbery',
    victim: 'person',
    assumption: 'One person; robberies of businesses are not told apart.',
  },
  {
    name: 'Shoplifting',
    category: 'shoplifting',
    victim: 'business',
    assumption: 'A shop, with a named contact who speaks for it.',
  },
  {
    name: 'Theft from the person',
    category: 'theft',
    victim: 'person',
    assumption: 'One person.',
  },
  {
    name: 'Vehicle crime',
    category: 'vehicleOffence',
    victim: 'person',
    assumption: 'One keeper; vehicles of businesses are not told apart.',
  },
  {
    name: 'Violence and sexual offences',
    category: 'violenceAgainstThePerson',
    victim: 'person',
    assumption:
      'One person, harmed by violence: sexual offences, domestic abuse, stalking and homicide are not marked in the ' +
      'files, so that none is imported as such and nobody gets Enhanced Rights by the offence.',
  },
];

const byName: ReadonlyMap<string, CrimeType> = new Map(crimeTypes.map((type) => [type.name, type]));

/** The row of a crime type; undefined for a name that data.police.uk does not use. */
export function crimeTypeNamed(name: string): CrimeType | undefined {
  return byName.get(name);
}
