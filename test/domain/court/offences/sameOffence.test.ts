import type { CourtEvent, CourtEventData } from '../../../../domain/court/courtEvent';
import { tellingsOwed } from '../../../../domain/court/tellings';
import { linkedCase, PureCourtCase, said } from '../courtBuilder';

const platform = ['cp-11111111-1111-4111-8111-111111111111', 'name-a'];
const interfaced = ['asn-1', 'name-a'];
const on = '2026-09-03';
const at = (hour: number) => `2026-09-04T${String(hour).padStart(2, '0')}:00:00.000Z`;
const theft = 'TH68010';

type Given<K extends keyof CourtEventData> = Omit<CourtEventData[K], 'defendant' | 'offenceId'>;
type Kind = 'offenceCharged' | 'pleaEntered' | 'verdictGiven' | 'sentencePassed' | 'offenceEnded';

/** As the police's interface says it, of an offence by its code and number. */
const police = <K extends Kind>(kind: K, sequence: number, data: Given<K>, hour = 10, code = theft) =>
  said(kind, { defendant: interfaced, offenceId: `listed-${code}-${sequence}`, ...data } as never, at(hour), {
    source: 'police',
  });
/** As Common Platform says it, of an offence by its own id. */
const court = <K extends Kind>(kind: K, offenceId: string, data: Given<K>, hour = 11) =>
  said(kind, { defendant: platform, offenceId, ...data } as never, at(hour));

const policeCharge = (sequence: number) => police('offenceCharged', sequence, { offenceCode: theft });
const courtCharge = (offenceId: string, given: { place?: number; sequence?: number; offenceCode?: string } = {}) =>
  court('offenceCharged', offenceId, { offenceCode: theft, ...given });
const fined = (compensationPence: number, custodyDays?: number) => ({
  ...{ on, court: 'magistrates' as const, sentences: ['compensation' as const], compensationPence },
  ...(custodyDays === undefined ? {} : { custodyDays, sentences: ['compensation' as const, 'imprisonment' as const] }),
});
const dismissed = { on, how: 'dismissed' as const };

/** The one defendant as the prosecution ends, which must not depend on who spoke first, or twice. */
function endOf(...events: CourtEvent[]) {
  const orders = [events, [...events].reverse(), [...events, ...events], [...events.slice(1), ...events.slice(0, 1)]];
  const ends = orders.map((each) => new PureCourtCase().links(linkedCase('victim')).hears(...each));
  const views = ends.map((each) => each.view().defendants);
  for (const view of views) expect(view).toEqual(views[0]);
  expect(views[0]).toHaveLength(1);
  return { defendant: views[0]?.[0], told: ends.map((each) => each.told('victim')) };
}

describe('an offence that the police and the court both report', () => {
  it('brings the victim its compensation once', () => {
    const { defendant } = endOf(
      policeCharge(1),
      police('sentencePassed', 1, fined(10_000, 200)),
      courtCharge('a'),
      court('sentencePassed', 'a', fined(10_000, 200))
    );
    expect(defendant?.sentence).toMatchObject({
      compensationPence: 10_000,
      custodyDays: 200,
      victimContactScheme: false,
    });
  });

  it('brings the victim what the court amended last, whoever said so', () => {
    const { defendant } = endOf(
      policeCharge(1),
      police('sentencePassed', 1, fined(15_000), 14),
      courtCharge('a'),
      court('sentencePassed', 'a', fined(10_000))
    );
    expect(defendant?.sentence).toMatchObject({ compensationPence: 15_000 });
  });

  it('is admitted once one of them says so: no plea is missing', () => {
    const { defendant } = endOf(policeCharge(1), police('pleaEntered', 1, { on, plea: 'guilty' }), courtCharge('a'));
    expect(defendant?.plea).toEqual({ plea: 'guilty' });
  });

  it('is over once the police tell that it was dismissed, though the court has a charge of it', () => {
    const { defendant, told } = endOf(policeCharge(1), police('offenceEnded', 1, dismissed), courtCharge('a'));
    expect(defendant?.verdict).toEqual({ verdict: 'notGuilty' });
    for (const each of told) {
      expect(each.filter(({ kind }) => kind === 'verdictGiven').map(({ data }) => data)).toEqual([
        { verdict: 'notGuilty' },
      ]);
    }
  });

  it('is not taken for an offence with another code', () => {
    const { defendant } = endOf(
      policeCharge(1),
      police('offenceEnded', 1, dismissed),
      courtCharge('a', { offenceCode: 'CJ88001' })
    );
    expect(defendant?.verdict).toBeUndefined();
  });

  it('is not taken for one of the same code to which the police gave another number', () => {
    const { defendant } = endOf(
      policeCharge(1),
      police('sentencePassed', 1, fined(10_000)),
      courtCharge('a', { sequence: 2 }),
      court('sentencePassed', 'a', fined(5_000))
    );
    expect(defendant?.sentence).toMatchObject({ compensationPence: 15_000 });
  });

  it('is the one with its number where there are several of its code', () => {
    const { defendant } = endOf(
      policeCharge(2),
      police('offenceEnded', 2, dismissed),
      courtCharge('a', { sequence: 2 }),
      courtCharge('b', { sequence: 1 }),
      court('offenceEnded', 'b', dismissed)
    );
    expect(defendant?.verdict).toEqual({ verdict: 'notGuilty' });
  });

  it('is the one in its place where both name two of its code', () => {
    const { defendant } = endOf(
      ...[policeCharge(1), policeCharge(2), police('sentencePassed', 1, fined(10_000), 12)],
      ...[courtCharge('b', { place: 1 }), courtCharge('a', { place: 2 })],
      ...[court('sentencePassed', 'b', fined(9_000)), court('sentencePassed', 'a', fined(5_000))]
    );
    expect(defendant?.sentence).toMatchObject({ compensationPence: 15_000 });
  });

  it('brings its money once where the police name one and the court two, since it is one of the two', () => {
    const { defendant } = endOf(
      ...[policeCharge(1), police('sentencePassed', 1, fined(10_000))],
      ...[courtCharge('a'), courtCharge('b'), court('sentencePassed', 'b', fined(10_000))]
    );
    expect(defendant?.sentence).toMatchObject({ compensationPence: 10_000 });
  });

  it('ends no prosecution where the police name one and the court two: nobody knows which goes on', () => {
    const { defendant } = endOf(
      ...[policeCharge(1), police('offenceEnded', 1, dismissed)],
      ...[courtCharge('a'), courtCharge('b'), court('offenceEnded', 'b', dismissed)]
    );
    expect(defendant?.verdict).toBeUndefined();
  });

  it('does not count any more once the court has altered the charge', () => {
    const altered = court('offenceCharged', 'c', { offenceCode: 'CJ88001', replacesOffenceId: 'a' });
    const { defendant } = endOf(policeCharge(1), police('offenceEnded', 1, dismissed), courtCharge('a'), altered);
    expect(defendant?.verdict).toBeUndefined();
  });

  it('stays what it is where the court altered its charge within one code', () => {
    const altered = court('offenceCharged', 'c', { offenceCode: theft, replacesOffenceId: 'a' });
    const { defendant } = endOf(policeCharge(1), police('offenceEnded', 1, dismissed), courtCharge('a'), altered);
    expect(defendant?.verdict).toEqual({ verdict: 'notGuilty' });
  });
});

describe('a finding that the police send without its day', () => {
  const found = (day: string, hour: number) =>
    police('verdictGiven', 1, { verdict: 'guilty', on: day, dayUnknown: true }, hour);

  it('is told once, whichever hearing is heard of first', () => {
    const { told } = endOf(policeCharge(1), found('2026-09-01', 10), found('2026-09-03', 12), found('2026-09-04', 13));
    for (const each of told) expect(each.filter(({ kind }) => kind === 'verdictGiven')).toHaveLength(1);
  });

  it('is told anew after another verdict took its place', () => {
    const cleared = police('verdictGiven', 1, { verdict: 'notGuilty', on: '2026-09-02' }, 11);
    const story = new PureCourtCase().links(linkedCase('victim'));
    story.hears(policeCharge(1), found('2026-09-01', 10), cleared, found('2026-09-03', 12));
    const verdicts = story.told('victim').flatMap(({ kind, data }) => (kind === 'verdictGiven' ? [data.verdict] : []));
    expect(verdicts).toEqual(['guilty', 'notGuilty', 'guilty']);
  });

  it.each([9, 14])('is told once where the court gives its day, at %i o’clock', (hour) => {
    const given = court('verdictGiven', 'a', { verdict: 'guilty', on: '2026-09-03' }, hour);
    for (const words of [
      [given, found('2026-09-03', 12), found('2026-09-04', 13)],
      [found('2026-09-04', 13), found('2026-09-03', 12), given],
    ]) {
      const story = new PureCourtCase().links(linkedCase('victim')).hears(policeCharge(1), courtCharge('a'), ...words);
      expect(story.told('victim').filter(({ kind }) => kind === 'verdictGiven')).toHaveLength(1);
      expect(tellingsOwed(story.record, '2027-12-31T00:00:00.000Z')).toEqual([]);
    }
  });
});
