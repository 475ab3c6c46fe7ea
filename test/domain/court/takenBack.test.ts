import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { armstrong, linkedCase, PureCourtCase, said } from './courtBuilder';

const at = (on: string) => `${on}T15:00:00.000Z`;
const of = { defendant: armstrong, offenceId: 'o1' };
const [first, second] = ['2026-09-10', '2026-09-24'];
const convicted = [
  said('pleaEntered', { ...of, plea: 'guilty', on: first }, at(first)),
  said('verdictGiven', { ...of, verdict: 'guilty', on: first }, at(first)),
];
const takenBack = [
  said('pleaEntered', { ...of, plea: 'notGuilty', on: second }, at(second)),
  said('verdictGiven', { ...of, verdict: 'removed', on: second }, at(second)),
];
const heardOf = (...events: Parameters<PureCourtCase['hears']>) =>
  new PureCourtCase()
    .links(linkedCase('c1'))
    .hears(said('offenceCharged', of, at('2026-09-01')), ...events)
    .told('c1')
    .flatMap(({ kind, data }) => (kind === 'verdictGiven' ? [data.verdict] : []));

describe('a conviction that the court takes back', () => {
  it('is told to who heard of it, once, and to nobody else', () => {
    expect(heardOf(...convicted, ...takenBack)).toEqual(['guilty', 'setAside']);
    expect(heardOf(...convicted, ...takenBack, ...takenBack)).toEqual(['guilty', 'setAside']);
    expect(heardOf(...takenBack)).toEqual([]);
    const proved = said('verdictGiven', { ...of, verdict: 'guilty', on: '2026-12-01' }, at('2026-12-01'));
    expect(heardOf(...convicted, ...takenBack, proved)).toEqual(['guilty', 'setAside', 'guilty']);
  });

  it('is read from the message that its day was removed; a conviction of an application is of no offence', () => {
    const envelope = { kind: 'public.hearing.offence-conviction-date-removed', occurredAt: at(second) };
    const read = (kind: string, body: object) =>
      readCourtMessage(JSON.stringify(body), { ...envelope, kind }, (name, value) => `${name}:${value}`);
    const [caseId, offenceId] = ['e085c38e-dc4a-11e7-9296-cec278b6b32a', '8c75e5fb-cec1-4fde-87a0-b5c08cce4d64'];
    expect(read(envelope.kind, { caseId, offenceId })).toMatchObject({
      reading: { prosecutions: [{ events: [{ kind: 'verdictGiven', data: { verdict: 'removed', on: second } }] }] },
    });
    const changed = 'public.hearing.offence-conviction-date-changed';
    for (const kind of [envelope.kind, changed])
      expect(read(kind, { courtApplicationId: caseId, convictionDate: second })).toMatchObject({
        reading: { says: 'nothing' },
      });
    expect(read(envelope.kind, { caseId })).not.toHaveProperty('reading');
  });

  const s1 = { suspects: ['s1'] };
  const charged = () => PureCase.open().record('suspectCharged', { how: 'charged' }, after(4), s1);
  const statusOf = ({ careRecord }: PureCase) => summaryOf(careRecord).suspects[0]?.status;
  const admitted = () => charged().record('pleaEntered', { plea: 'guilty' }, after(10), s1);

  it('puts a trial ahead again, and so does a plea of guilty that is taken back', () => {
    expect(statusOf(admitted())).toBe('convicted');
    const denied = admitted().record('pleaEntered', { plea: 'notGuilty' }, after(12), s1);
    expect(statusOf(denied)).toBe('charged');
    const proved = denied.record('verdictGiven', { verdict: 'guilty' }, after(30), s1);
    proved.record('pleaEntered', { plea: 'notGuilty' }, after(31), s1);
    expect(statusOf(proved)).toBe('convicted');
    expect(statusOf(proved.record('verdictGiven', { verdict: 'setAside' }, after(32), s1))).toBe('charged');
  });

  it('takes the sentence with it', () => {
    const sentenced = admitted().record(
      'sentencePassed',
      { sentences: ['imprisonment'], court: 'crown', custodyDays: 800, victimContactScheme: true },
      after(20),
      s1
    );
    expect(sentenced.openKinds()).toContain('referToContactScheme');
    sentenced.record('verdictGiven', { verdict: 'setAside' }, after(22), s1);
    expect(sentenced.openKinds()).not.toContain('referToContactScheme');
    expect(statusOf(sentenced)).toBe('charged');
  });
});
