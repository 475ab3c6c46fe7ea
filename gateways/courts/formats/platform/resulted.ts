import { anything, object } from '../../schemas';
import type { CourtFormat } from '../format';
import { wholeHearing } from '../wholeHearings';
import { resultLines } from './resultLines';

const older = object({ hearing: { ...object({ defendants: anything }), not: object({ prosecutionCases: anything }) } });

/** The results of a hearing: in its whole prosecutions, or in the older form in lines beside its defendants. */
export const resulted: CourtFormat = {
  schema: { if: older, then: resultLines.schema, else: wholeHearing.schema },
  read: (payload, reader) => (isOlder(payload) ? resultLines : wholeHearing).read(payload, reader),
};

function isOlder({ hearing }: Record<string, unknown>): boolean {
  return typeof hearing === 'object' && hearing !== null && 'defendants' in hearing && !('prosecutionCases' in hearing);
}
