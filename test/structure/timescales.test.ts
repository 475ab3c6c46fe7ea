import { newsDuties, type NewsDuty } from '../../domain/newsDuties';
import { PureCase } from '../support/caseBuilder';
import { realJson } from '../domain/realData';

interface Row {
  readonly id: string;
  readonly edition: string;
  readonly limit: { readonly n: number | null; readonly unit: string };
  readonly enhancedLimit: { readonly n: number; readonly unit: string } | null;
}

const rows = realJson<Row[]>('..', 'reference', 'code-timescales.json');
const row = (id: string) => rows?.find((each) => each.id === id);
const duties = Object.entries(newsDuties) as [string, NewsDuty][];

(rows ? describe : describe.skip)('the table of timescales', () => {
  it.each(duties)('agrees with the days in which %s is to be told', (_, { reference, workingDays, ownLimit }) => {
    const { edition, limit, enhancedLimit } = row(reference) ?? {};
    expect(edition).toContain('Code 2020');
    if (ownLimit) {
      expect(limit?.n).toBeNull();
    } else {
      expect(limit).toEqual({ n: workingDays.standard, unit: 'working-days' });
      expect(enhancedLimit ?? limit).toEqual({ n: workingDays.enhanced, unit: 'working-days' });
    }
  });

  it('agrees with the days in which a victim is referred to support', () => {
    const { why } = PureCase.open().openTask('makeReferral');
    if (why.rule !== 'workingDays') throw new Error('A referral is due in working days');
    expect(row(why.reference)?.limit).toEqual({ n: why.days, unit: 'working-days' });
  });
});
