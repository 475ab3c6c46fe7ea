import type { NeedCategory } from '../vocabulary';

/** The categories of need as an officer reads them. */
export const needWords: Readonly<Record<NeedCategory, string>> = {
  mentalAndPhysicalHealth: 'mental and physical health',
  shelterAndAccommodation: 'shelter and accommodation',
  familyFriendsAndChildren: 'family, friends and children',
  educationSkillsAndEmployment: 'education, skills and employment',
  drugsAndAlcohol: 'drugs and alcohol',
  financeAndBenefits: 'finance and benefits',
  outlookAndAttitudes: 'outlook and attitudes',
  socialInteractions: 'social interactions',
  safety: 'safety',
  justiceProcess: 'the justice process',
};
