import type { SupportServices } from '../../database/referrals/supportServices';
import type { ProjectedReferral } from '../../domain/projection/projection';

/** Whether somebody may speak for a support service, as the directory of the forces of a referral has it. */
export type MaySpeak = (id: string, referral: ProjectedReferral) => Promise<boolean>;

/** A token names the services that a partner speaks for; the directory can name who may speak for a service. */
export function partnersOf(directory: SupportServices): MaySpeak {
  return async (id, { homeForce, investigatingForce, supportService }) => {
    const service = await directory.findService([homeForce, investigatingForce], supportService);
    if (service === undefined || service === 'noDirectory') return true;
    return service.partners.length === 0 || service.partners.includes(id);
  };
}
