import { PartnerRefused } from '../supportService/partnerClient';
import { callSystem, pathOf, SystemAway, understood, type SystemAddress, type SystemCall } from '../systemCall';
import type { CourtPartnerClient } from './courtPartnerClient';
import { courtReferralMessage, courtReferralStanding, courtWithdrawal } from './courtPartnerContract';

/** A partner whose system keeps to the contract. Throws SystemAway, also while our key is not accepted. */
export function httpCourtPartner(address: SystemAddress): CourtPartnerClient {
  async function asked(call: SystemCall) {
    const { status, answer } = await callSystem(address, call);
    if (status === 401 || status === 403) throw new SystemAway(`It answers ${status}`);
    if (status === 404) return undefined;
    if (status >= 300) throw new PartnerRefused(status);
    return understood(courtReferralStanding, answer);
  }

  return {
    async put(message, key) {
      const body = courtReferralMessage.parse(message);
      const path = pathOf('court-referrals', message.referralId);
      const standing = await asked({ method: 'PUT', path, body, headers: { 'idempotency-key': key } });
      if (!standing) throw new PartnerRefused(404);
      return standing;
    },
    find: (referralId) => asked({ method: 'GET', path: pathOf('court-referrals', referralId) }),
    async withdraw(referralId, reason, key) {
      const path = pathOf('court-referrals', referralId, 'withdrawal');
      const body = courtWithdrawal.parse({ reason });
      const standing = await asked({ method: 'POST', path, body, headers: { 'idempotency-key': key } });
      return standing ?? { state: 'received' };
    },
  };
}
