import type { Edition } from '../obligation';
import { reporting } from './victimsCode2015/reporting';
import { investigation } from './victimsCode2015/investigation';
import { trialAndAfter } from './victimsCode2015/trialAndAfter';

/**
 * The Code from 16 November 2015. Its clock between court and Witness Care Unit could not be verified and is left
 * out.
 */
export const victimsCode2015: Edition = {
  id: 'victims-code-2015',
  scheme: 'victimsCode',
  title: "the Victims' Code 2015",
  status: 'law',
  inForceFrom: '2015-11-16',
  obligations: [...reporting, ...investigation, ...trialAndAfter],
};
