import { CaseBusy, TemporalAway } from '../../commands/temporalFailures';
import { DatabaseAway } from '../../database/store/connection';
import { Forgotten } from '../../database/encryption/personalData';
import { away, notFound, type Problem } from './errors';

/** The failures of database and engine that a caller can do something about. */
export function translateFailure(error: unknown): Problem | undefined {
  if (error instanceof DatabaseAway) return away('databaseAway');
  if (error instanceof TemporalAway) return away('temporalAway');
  if (error instanceof CaseBusy) return away('caseBusy');
  if (error instanceof Forgotten) return notFound();
  return undefined;
}
