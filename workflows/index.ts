/** The bundle's entry: the workflow types that a worker of this service runs. */
export { victimCase } from './victimCase';
export { sweeps } from './sweeps';
export { nightlySilenceCheck } from './nightlySilenceCheck';
export { delivery } from './delivery';
export { courtCase } from './courtCase';
