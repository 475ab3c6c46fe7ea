import type { Offence } from '../offences/offence';
import type {
  Circumstance,
  NeedCategory,
  OffenceCategory,
  PersonKind,
  ReferralBasis,
  ReferralRecipient,
  ReferralShare,
  Tier,
  needLevels,
  riskLevels,
} from '../vocabulary';

/** What of a victim decides who can help them, and what has to be asked first. */
export interface Referable {
  readonly offence: Pick<Offence, 'category'>;
  readonly circumstances: readonly Circumstance[];
  readonly personKind: PersonKind;
  /** Under 18 today; where nobody knows, an adult until somebody does. */
  readonly isChild: boolean;
  readonly tier: Tier;
  readonly riskLevel?: (typeof riskLevels)[number] | undefined;
  readonly needs: readonly { readonly category: NeedCategory; readonly level: (typeof needLevels)[number] }[];
}

/** Every condition that is named must hold; a crime is one of the categories or has one of the circumstances. */
interface RecipientRule {
  readonly recipient: ReferralRecipient;
  readonly crime?: readonly (OffenceCategory | Circumstance)[];
  readonly personKind?: PersonKind;
  readonly isChild?: boolean;
  readonly isHighRisk?: true;
  readonly tier?: Tier;
  readonly because: string;
}

const slavery = ['modernSlavery'] as const;
const sexual = ['sexualOffence'] as const;
const domestic = ['domesticAbuse'] as const;

/** Who can help whom, and why: what the law asks for first, then specialists, then everybody. */
const recipientRules: readonly RecipientRule[] = [
  {
    recipient: 'nationalReferralMechanism',
    crime: slavery,
    isChild: true,
    because: 'A child who may be a victim of modern slavery is always referred, without consent.',
  },
  {
    recipient: 'nationalReferralMechanism',
    crime: slavery,
    isChild: false,
    because: 'An adult who may be a victim of modern slavery is referred with their consent.',
  },
  {
    recipient: 'dutyToNotify',
    crime: slavery,
    isChild: false,
    because: 'An adult who does not consent is reported to the Home Office without name or contact.',
  },
  {
    recipient: 'multiAgencyRiskAssessmentConference',
    crime: domestic,
    isHighRisk: true,
    because: 'Domestic abuse at high risk goes to the conference of agencies; consent is sought and not required.',
  },
  {
    recipient: 'safeguarding',
    crime: [...domestic, ...sexual, ...slavery],
    isChild: true,
    because: 'A child at risk of significant harm is told to children’s social care.',
  },
  {
    recipient: 'safeguarding',
    crime: ['elderlyVictim'],
    isHighRisk: true,
    because: 'An older person at high risk may need protection as an adult at risk.',
  },
  {
    recipient: 'childHouse',
    crime: sexual,
    isChild: true,
    because: 'A Child House brings medical, therapeutic and legal help for sexually abused children under one roof.',
  },
  {
    recipient: 'independentSexualViolenceAdviser',
    crime: sexual,
    because: 'An adviser stays beside a victim of sexual violence through support and prosecution.',
  },
  {
    recipient: 'independentDomesticViolenceAdviser',
    crime: [...domestic, 'stalking'],
    isHighRisk: true,
    because: 'An adviser plans the safety of a victim of domestic abuse or stalking at high risk.',
  },
  {
    recipient: 'homicideService',
    personKind: 'bereavedRelative',
    because: 'Close relatives bereaved by homicide have a service of their own.',
  },
  {
    recipient: 'vulnerableVictimCaseManager',
    tier: 'enhanced',
    because: 'Enhanced Rights apply: a case manager for vulnerable victims takes the lead.',
  },
  { recipient: 'serviceProvider', because: 'General support is open to every victim.' },
];

export interface ReferralProposal {
  readonly recipient: ReferralRecipient;
  readonly bases: readonly ReferralBasis[];
  readonly because: string;
}

/** To whom a victim may well be referred, and on what basis. A proposal: a person decides, and may differ. */
export function referralProposals(victim: Referable): ReferralProposal[] {
  return recipientRules
    .filter((rule) => fits(rule, victim))
    .map(({ recipient, because }) => ({ recipient, bases: basesFor(recipient, victim), because }));
}

function fits(rule: RecipientRule, victim: Referable): boolean {
  const { crime, personKind, isChild, isHighRisk, tier } = rule;
  const about: readonly string[] = [victim.offence.category, ...victim.circumstances];
  return (
    (crime === undefined || crime.some((each) => about.includes(each))) &&
    (personKind === undefined || personKind === victim.personKind) &&
    (isChild === undefined || isChild === victim.isChild) &&
    (isHighRisk === undefined || victim.riskLevel === 'high') &&
    (tier === undefined || tier === victim.tier)
  );
}

const ownConsent = {
  sexualOffence: 'a victim of a sexual offence',
  domesticAbuse: 'a victim of domestic abuse',
  bereavedRelative: 'a bereaved relative',
} as const;

/** Who is referred only with their explicit consent, in words; undefined where telling them is enough. */
export function needsConsent({ offence, circumstances, personKind }: Referable): string | undefined {
  if (offence.category === 'sexualOffence' || circumstances.includes('sexualOffence')) return ownConsent.sexualOffence;
  if (circumstances.includes('domesticAbuse')) return ownConsent.domesticAbuse;
  return personKind === 'bereavedRelative' ? ownConsent.bereavedRelative : undefined;
}

const protective: readonly ReferralRecipient[] = ['multiAgencyRiskAssessmentConference', 'safeguarding'];

/** The bases on which this victim may be referred to such a recipient; none where they may not be at all. */
export function basesFor(recipient: ReferralRecipient, victim: Referable): readonly ReferralBasis[] {
  if (recipient === 'dutyToNotify') return victim.isChild ? [] : ['lawfulBasisWithoutConsent'];
  if (recipient === 'nationalReferralMechanism') return victim.isChild ? ['lawfulBasisWithoutConsent'] : ['consent'];
  const asked: ReferralBasis[] = needsConsent(victim) ? ['consent'] : ['consent', 'toldAndDidNotObject'];
  return protective.includes(recipient) ? [...asked, 'lawfulBasisWithoutConsent'] : asked;
}

export function isModernSlavery({ offence, circumstances }: Pick<Referable, 'offence' | 'circumstances'>): boolean {
  return offence.category === 'modernSlavery' || circumstances.includes('modernSlavery');
}

export function isReportOfModernSlavery({ recipient }: { readonly recipient: ReferralRecipient }): boolean {
  return recipient === 'nationalReferralMechanism' || recipient === 'dutyToNotify';
}

const forGeneralSupport: readonly ReferralShare[] = ['name', 'contact', 'language', 'needs'];
const forProtection: readonly ReferralShare[] = [...forGeneralSupport, 'dateOfBirth', 'risk', 'offence'];

/**
 * What a referral may tell: what the victim agreed to, or where they named nothing or were not asked, what the recipient
 * needs. The Duty to Notify never carries who it is about.
 */
export function sharedWith(
  { recipient, basis }: { readonly recipient: ReferralRecipient; readonly basis: ReferralBasis },
  agreed: readonly ReferralShare[] | undefined
): readonly ReferralShare[] {
  if (recipient === 'dutyToNotify') return ['offence'];
  if (basis === 'consent' && agreed) return agreed;
  return basis === 'lawfulBasisWithoutConsent' || recipient === 'nationalReferralMechanism'
    ? forProtection
    : forGeneralSupport;
}
