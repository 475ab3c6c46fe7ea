import { packed, unpacked } from '../../../domain/projection/packedProjection';
import { nothingProjected, projectionOf } from '../../../domain/projection/projection';
import { live, openings, steps } from '../randomCase';
import fc from 'fast-check';

describe('a projection on its way to MongoDB', () => {
  it('arrives as it left, whatever the case has lived through', () => {
    fc.assert(
      fc.property(openings, fc.array(steps, { minLength: 1, maxLength: 15 }), (opening, life) => {
        for (const { stock } of live(opening, life)) {
          const projection = projectionOf(stock.record, nothingProjected, stock.wakeAt);
          const sent = JSON.parse(JSON.stringify(packed(projection))) as ReturnType<typeof packed>;
          expect(unpacked(sent)).toEqual(JSON.parse(JSON.stringify(projection)));
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 40) }
    );
  });
});
