import type { Channel, OffenceCategory } from '../domain/vocabulary';

/** How one force reads what arrives for it: coded values into the words of this service, and who owns a new case. */
export interface ForceIntake {
  /** What the force is called in submissions. */
  readonly forceIdentifiers: readonly string[];
  readonly owningTeam: string;
  /** What the person who fills a form in says of their own part. */
  readonly involvement: Readonly<Record<string, 'victim' | 'witness' | 'victimAndWitness' | 'neither'>>;
  readonly offences: Readonly<Record<string, OffenceCategory>>;
  readonly contactPreferences: Readonly<Record<string, Channel>>;
  readonly yes: readonly string[];
}

/** A force's own rows are added to these; where both name a code, the force's own counts. */
const common: Omit<ForceIntake, 'forceIdentifiers' | 'owningTeam'> = {
  involvement: {
    IVLD_0001: 'victim',
    IVLD_0002: 'witness',
    IVLD_0003: 'neither',
    IVLD_0004: 'victimAndWitness',
  },
  offences: {
    THEFT: 'theft',
    BURGLARY: 'burglary',
    ROBBERY: 'robbery',
    CRIMINAL_DAMAGE: 'arsonAndCriminalDamage',
    VEHICLE: 'vehicleOffence',
    HARASSMENT: 'stalkingAndHarassment',
    ASSAULT: 'violenceAgainstThePerson',
    PUBLIC_ORDER: 'publicOrder',
    SHOPLIFTING: 'shoplifting',
    FRAUD: 'fraud',
  },
  contactPreferences: { CPNC_0001: 'phone', CPNC_0002: 'email', CPNC_0003: 'text', CPNC_0004: 'letter' },
  yes: ['YES', 'Y', 'true', 'YSNO_0001'],
};

const own: Readonly<Record<string, Partial<ForceIntake> & Pick<ForceIntake, 'owningTeam'>>> = {
  hertfordshire: { forceIdentifiers: ['hertfordshire', '41'], owningTeam: 'north-victim-care' },
};

/** A force without rows of its own is known by its name alone, and its team of new cases is `victim-care`. */
export function forceIntake(force: string): ForceIntake {
  const rows = Object.hasOwn(own, force) ? own[force] : undefined;
  return {
    forceIdentifiers: rows?.forceIdentifiers ?? [force],
    owningTeam: rows?.owningTeam ?? 'victim-care',
    involvement: { ...common.involvement, ...rows?.involvement },
    offences: { ...common.offences, ...rows?.offences },
    contactPreferences: { ...common.contactPreferences, ...rows?.contactPreferences },
    yes: rows?.yes ?? common.yes,
  };
}

/** What a code means to the force; undefined for a code, and for none, that its table does not know. */
export function meaningOf<Word>(table: Readonly<Record<string, Word>>, code: string | undefined): Word | undefined {
  return code !== undefined && Object.hasOwn(table, code) ? table[code] : undefined;
}
