import type { Edition } from '../obligation';
import { right1 } from './victimsCode2020/right1BeUnderstood';
import { right2 } from './victimsCode2020/right2CrimeRecorded';
import { right3 } from './victimsCode2020/right3InformationOnReporting';
import { right4 } from './victimsCode2020/right4Support';
import { right5 } from './victimsCode2020/right5Compensation';
import { right6Investigation } from './victimsCode2020/right6Investigation';
import { right6Prosecution } from './victimsCode2020/right6Prosecution';
import { right7 } from './victimsCode2020/right7PersonalStatement';
import { right8 } from './victimsCode2020/right8Trial';
import { right9 } from './victimsCode2020/right9Outcome';
import { right10 } from './victimsCode2020/right10Expenses';
import { right11 } from './victimsCode2020/right11Offender';
import { right12 } from './victimsCode2020/right12Complaints';

/**
 * The Code in force since 1 April 2021: twelve rights. Its paragraph numbers could not be read, so that a reference
 * names the right.
 */
export const victimsCode2020: Edition = {
  id: 'victims-code-2020',
  scheme: 'victimsCode',
  title: "the Victims' Code 2020",
  status: 'law',
  inForceFrom: '2021-04-01',
  obligations: [
    ...right1,
    ...right2,
    ...right3,
    ...right4,
    ...right5,
    ...right6Investigation,
    ...right6Prosecution,
    ...right7,
    ...right8,
    ...right9,
    ...right10,
    ...right11,
    ...right12,
  ],
};
