import type { Edition } from '../obligation';
import { reporting } from './victimsCode2013/reporting';
import { investigation } from './victimsCode2013/investigation';
import { trialAndAfter } from './victimsCode2013/trialAndAfter';

/**
 * The first Code under which a case here can have duties: published on 29 October 2013, in force on 10 December
 * 2013.
 */
export const victimsCode2013: Edition = {
  id: 'victims-code-2013',
  scheme: 'victimsCode',
  title: "the Victims' Code 2013",
  status: 'law',
  inForceFrom: '2013-12-10',
  obligations: [...reporting, ...investigation, ...trialAndAfter],
};
