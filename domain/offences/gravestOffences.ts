import type { EnhancedRightsGround, OffenceCategory } from '../vocabulary';

/** A kind of crime that proposes grounds for Enhanced Rights, and the codes by which a report says it. */
export interface GravestOffence {
  readonly grounds: readonly EnhancedRightsGround[];
  /** In plain words, for the person who decides. */
  readonly crime: string;
  /** Home Office codes: `5D` and `106` are classes of the counting rules, `8/33-36` is a run of sub-classes. */
  readonly homeOffice: string;
  /** Court (CJS) codes, Act by Act: the first four characters, then runs of the numbers that follow. */
  readonly cjs?: string;
}

/**
 * Our own table, made by reading the Home Office classification, its mapping to court codes and the schedules of gravest
 * offences; the tests compare it with them. Where a class holds graver and lesser crimes and the sub-class is not known
 * (sub-class 0), it stands here: until a person decides, the victim has the quicker rights.
 */
export const gravestOffences: readonly GravestOffence[] = [
  {
    grounds: ['mostSeriousCrime'],
    crime: 'murder',
    homeOffice: '1/0-2 999/57',
    cjs: 'COML 25-26, IC01 1-2',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'attempted murder',
    homeOffice: '2/0',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'conspiracy to murder, or encouraging it',
    homeOffice: '3A 3/0 3/2-6',
    cjs: 'IC01 6 9, OF61 3',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'a death by crime, so that close relatives may be bereaved',
    homeOffice: '4/0-10 4/13-17 37/1',
    cjs: 'COML 22-23, DV04 1 3, IL29 1, IN38 1, RA88 43-48, RT88 1 25 27-29 337-338 500-502 527 530 554 583, TH68 91-93 162-164',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'wounding or grievous bodily harm with intent',
    homeOffice: '5A 5D 5/0-1 5/6-7 5/9-10',
    cjs: 'OF61 16-20 50-51 55-63 65-68 73-76 80 128-130',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'torture',
    homeOffice: '5/27',
    cjs: 'CJ88 2',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'arson endangering life',
    homeOffice: '56A 56/1',
    cjs: 'CD71 3 16-17 49-50',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'kidnap, false imprisonment or the taking of hostages',
    homeOffice: '36/0-4',
    cjs: 'AV82 1-4 11 69-70, AV90 13-14, COML 17 20, CT94 1-4 17-21, TH82 1',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'human trafficking or modern slavery',
    homeOffice: '36/5-11 72/0-6 78/13 78/19-21 99/25-26 106',
    cjs: 'MS15 1-3, SX03 120-122 217-219, SX56 38',
  },
  {
    grounds: ['mostSeriousCrime', 'vulnerable'],
    crime: 'rape of a child',
    homeOffice: '19D 19E 19G 19H 19/7 19/9 19/11 19/13 19/16-19',
    cjs: 'SX03 1 3 13-14, SX56 1 70 72',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'rape',
    homeOffice: '19C 19F 19J 19K 19/0 19/8 19/10 19/12 19/14',
    cjs: 'SX03 2 4, SX56 71 73',
  },
  {
    grounds: ['mostSeriousCrime', 'vulnerable'],
    crime: 'sexual assault of a child',
    homeOffice: '17B 17/11 17/14 17/16 20B 20/1 20/4 20/6',
    cjs: 'SX03 15-18, SX56 25-26',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'sexual assault',
    homeOffice: '17A 17/0 17/12-13 17/15 20A 20/0 20/2-3 20/5',
    cjs: 'SX03 5-8, SX56 27 30-31',
  },
  {
    grounds: ['mostSeriousCrime', 'vulnerable'],
    crime: 'a sexual offence against a child',
    homeOffice: '21/0-30 22B 22/1 22/6-30 23/1 23/3-11 23/14-37 73/0-2 73/7-18 74/0-2 88A 88/1-2',
    cjs: 'IC60 1-8, SX03 19-46 48-77 156-200 210 225-226 235 237-238 241, SX56 5-6 10-11 28-29 49',
  },
  {
    grounds: ['mostSeriousCrime', 'vulnerable'],
    crime: 'sexual exploitation of a child, or images of it',
    homeOffice: '24/2 24/4-5 25/3-4 71/0-15 71/17 86/2 86/10',
    cjs: 'CJ88 115, PK78 1-8, SX03 47 102-117 224 227-232 236 239-240, SX56 35-36 44-45 47-48 50',
  },
  {
    grounds: ['mostSeriousCrime', 'vulnerable'],
    crime: 'a sexual offence against somebody with a mental disorder',
    homeOffice: '16/5-6 19/2-4 24/7 25/5 70/0-24',
    cjs: 'MH59 5, SX03 78-101 208-209, SX56 7-8 37 46 51-52',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'sexual exploitation or abduction',
    homeOffice: '24/0-1 24/3 24/6 24/8-18 25/0-2',
    cjs: 'SX03 118-119, SX56 3 32-33 39-43, SX67 1-2',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'a sexual offence',
    homeOffice:
      '8/71 16/0-4 16/7-21 16/23-28 18/0-11 22A 22/0 22/2-5 23/0 23/2 23/12-13 88C 88E 88/0 88/5-7 88/9-15 139/0',
    cjs: 'CL77 15, SA00 1-2, SX03 9-12 123-132 137 201 248-251, SX56 2 4 9 14-24',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'domestic abuse',
    homeOffice: '8U 8/67 66/39 68/19 997/1',
    cjs: 'CS10 503, FL96 1, SC15 4',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'female genital mutilation or forced marriage',
    homeOffice: '8/52 66/97 68/4',
    cjs: 'FG03 1-3, PF85 1-4',
  },
  {
    grounds: ['mostSeriousCrime', 'persistentlyTargeted'],
    crime: 'harassment or stalking as a hate crime',
    homeOffice: '8M 8/37-38 8/44-45 8/50-51 8/56 8/58',
    cjs: 'CD98 77-79',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'a hate crime',
    homeOffice: '8P 105B 58H 58J 8/33-36 8/40-43 8/46-49 8/55 8/57 8/59-60 8/78 57/2 58/1-4',
    cjs: 'CD98 3-6 9 17 28-31 35-36 41-44 48-49 67-73 80-81',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'threats, insults or the stirring up of hatred, as a hate crime',
    homeOffice: '9B 66/9-10 66/16 66/23-28 66/45-52 66/91 125/28 125/58 125/61 125/63 125/82 725/82',
    cjs: 'CD98 8 10 16 18 33-34 37-38 46-47 50-51 66',
  },
  {
    grounds: ['mostSeriousCrime'],
    crime: 'terrorism',
    homeOffice: '5/22-24 66/53-62 66/64-69',
    cjs: 'AT01 2-8 18-22 34, PT00 31-32 39 43-45 64-77, TR06 7-16 28-34',
  },
  {
    grounds: ['persistentlyTargeted'],
    crime: 'stalking',
    homeOffice: '8Q 8/65-66 8/74 195/12',
    cjs: 'PH97 7-8 10-11, ST19 1',
  },
  {
    grounds: ['persistentlyTargeted'],
    crime: 'harassment',
    homeOffice: '8L 8/29-31 8/39 66/38 87/2-3 88/90 125/68 195/94',
    cjs: 'SE20 2, PH97 1-6 9 12-99',
  },
  {
    grounds: ['vulnerable'],
    crime: 'cruelty to a child, or taking or abandoning one',
    homeOffice: '11A 11/0 11/3 12/0 13/0-2 109/3',
    cjs: 'CY33 1-10 33-42 49-54, OF61 48-49',
  },
  {
    grounds: ['vulnerable'],
    crime: 'harm to somebody who is vulnerable',
    homeOffice: '4/11 99/86',
    cjs: 'DV04 2 4, MH83 9-12',
  },
  {
    grounds: ['intimidated'],
    crime: 'harm or threats to a witness',
    homeOffice: '79/2-5',
  },
];

/** Codes that say that a crime is not what makes its category grave: the category then proposes nothing. */
export const lesserOffences: readonly { readonly category: OffenceCategory; readonly homeOffice: string }[] = [
  // Brothels, bigamy, soliciting, animals, public lavatories, manuals, and failures to notify the police.
  { category: 'sexualOffence', homeOffice: '16/22 24/19 26/0 27/0 66/8 66/17-19 71/16 73/3-6 88D 88/3-4 88/8' },
  { category: 'sexualOffence', homeOffice: '107/0-10 165/0-9 166/0-9 167/0-9 175/0-9 503/0 504/0' },
  // One message or one scene is no campaign; the circumstances say where it was more.
  { category: 'stalkingAndHarassment', homeOffice: '8R 8/72 9A 125/9 125/11-12 138/52' },
];
