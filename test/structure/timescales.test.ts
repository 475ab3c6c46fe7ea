import { PureCase } from '../support/caseBuilder';
import { realJson } from '../domain/realData';

interface Row {
  readonly id: string;
  readonly limit: { readonly n: number | null; readonly unit: string };
}

const rows = realJson<Row[]>('..', 'reference', 'code-timescales.json');

(rows ? describe : describe.skip)('the table of timescales', () => {
  it('agrees with the days in which a victim is referred to support', () => {
    const { why } = PureCase.open().openTask('makeReferral');
    if (why.rule !== 'duty') throw new Error('A referral is a duty of the Code');
    const row = rows?.find(({ id }) => id === why.fixed.obligation);
    expect(why.fixed.limit).toMatchObject({ unit: 'workingDays' });
    expect(row?.limit).toEqual({ n: why.fixed.limit?.n, unit: 'working-days' });
  });
});
