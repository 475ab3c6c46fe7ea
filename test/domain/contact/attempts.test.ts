import fc from 'fast-check';
import { attemptSentence } from '../../../domain/contact/attemptSentence';
import { nextAttempt, type NextAttempt } from '../../../domain/contact/nextAttempt';
import { spacingOf } from '../../../domain/contact/attemptRules';
import { careState } from '../../../domain/careState';
import type { Duty } from '../../../domain/code/duty';
import { ledger } from '../../../domain/code/ledger';
import { Tally } from '../../../domain/compliance/tally';
import type { FactData } from '../../../domain/fact';
import { defaultConversation } from '../../../domain/forceStandards';
import { addHours, londonClock, londonDay } from '../../../domain/time/londonTime';
import { liveCase } from '../../../domain/projection/liveCase';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { channels, type Channel, type Tier } from '../../../domain/vocabulary';
import { anOpening, PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const noAnswer = { channel: 'phone', result: 'noAnswer' } as const;

function next(victim: PureCase): NextAttempt | undefined {
  return summaryOf(victim.careRecord).nextAttempt;
}

function failedCalls(victim: PureCase, count: number): PureCase {
  for (let call = 0; call < count; call += 1) victim.record('contactAttempted', noAnswer, after(0, call * 3));
  return victim;
}

describe('an officer who is to reach a victim', () => {
  it('is told to call by the safe way that comes first, at once, out of the quiet hours', () => {
    expect(next(PureCase.open())).toEqual({
      step: 'attempt',
      channel: 'phone',
      notBefore: after(0),
      because: 'firstAttempt',
    });
    const atNight = '2026-03-03T22:30:00.000Z';
    expect(next(PureCase.open({ receivedAt: atNight, openedAt: atNight }))).toMatchObject({
      notBefore: '2026-03-04T07:00:00.000Z',
    });
    expect(next(PureCase.open({ safeChannels: ['phone', 'email'], preferredChannel: 'email' }))).toMatchObject({
      channel: 'email',
    });
  });

  it('waits between calls, longer where somebody else answered or the victim could not speak', () => {
    const unanswered = PureCase.open().record('contactAttempted', noAnswer, after(0, 1));
    expect(next(unanswered)).toMatchObject({ notBefore: after(0, 4), because: 'noAnswer' });
    const partner = { channel: 'phone', result: 'someoneElseAnswered', reached: 'someoneElse' } as const;
    expect(next(PureCase.open().record('contactAttempted', partner, after(0, 1)))).toMatchObject({
      notBefore: after(1, 1),
      because: 'someoneElseAnswered',
    });
    const enhanced = PureCase.open({ circumstances: ['domesticAbuse'] });
    expect(next(enhanced.record('contactAttempted', partner, after(0, 1)))).toMatchObject({ notBefore: after(2, 1) });
  });

  it('asks in another safe way after three failed calls, and asks around where no other is known', () => {
    const both = failedCalls(PureCase.open({ safeChannels: ['phone', 'email'] }), 3);
    expect(next(both)).toMatchObject({ step: 'attempt', channel: 'email', because: 'anotherChannel' });
    expect(both.openKinds()).not.toContain('findSafeChannel');

    const phoneOnly = failedCalls(PureCase.open(), 2);
    expect(phoneOnly.openKinds()).not.toContain('findSafeChannel');
    phoneOnly.record('contactAttempted', noAnswer, after(0, 7));
    expect(next(phoneOnly)).toEqual({ step: 'askForSafeChannel', because: 'everySafeChannelFailed' });
    expect(phoneOnly.openKinds()).toContain('findSafeChannel');
    expect(phoneOnly.openKinds()).toContain('makeFirstContact');
  });

  it('goes on by the new way once one is found', () => {
    const victim = failedCalls(PureCase.open(), 3);
    const changed = { changed: ['contactPoints'], safeChannels: ['email'] as Channel[] };
    victim.record('personChanged', changed, after(0, 8));
    expect(victim.openKinds()).not.toContain('findSafeChannel');
    expect(next(victim)).toMatchObject({ step: 'attempt', channel: 'email' });
  });

  it('decides, and nobody else does, once nothing more can be tried', () => {
    const victim = failedCalls(PureCase.open(), 3);
    const none = { result: 'noneFound', askedOf: 'officerInCase' } as const;
    victim.complete('findSafeChannel', 'safeChannelSought', none, after(0, 9));
    expect(next(victim)).toEqual({ step: 'decide', because: 'nothingMoreToTry' });
    expect(victim.openKinds()).not.toContain('findSafeChannel');
    expect(victim.at(after(50)).openKinds()).toContain('makeFirstContact');
    victim.complete('makeFirstContact', 'contactImpossible', { reason: 'unreachable' }, after(51));
    expect(next(victim)).toBeUndefined();
  });

  it('never dials a wrong number again', () => {
    const wrong = { channel: 'phone', result: 'wrongNumber' } as const;
    const victim = PureCase.open({ safeChannels: ['phone', 'text'] }).record('contactAttempted', wrong, after(0, 1));
    expect(next(victim)).toMatchObject({ channel: 'text' });
    expect(next(PureCase.open().record('contactAttempted', wrong, after(0, 1)))).toMatchObject({
      step: 'askForSafeChannel',
    });
  });

  it('calls back when the victim asked to be called, and has no more to do once they were reached', () => {
    const victim = PureCase.open().record('contactMade', { channel: 'phone', with: 'victim' }, after(0, 1));
    expect(next(victim)).toBeUndefined();
    const callBackAt = after(1, 3);
    const later = { channel: 'phone', with: 'victim', outcome: 'callBackAgreed', callBackAt } as const;
    expect(next(victim.record('contactMade', later, after(0, 2)))).toMatchObject({
      notBefore: callBackAt,
      because: 'callBackAgreed',
    });
  });

  it('reads the next step in a sentence', () => {
    const victim = PureCase.open().record('contactAttempted', noAnswer, after(0, 1));
    expect(liveCase(victim.careRecord, after(0, 2)).nextAttempt).toBe(
      'Call, not before 3 March 2026 at 2:00pm: nobody answered, and calls in quick succession draw attention.'
    );
  });

  it('is not sent after somebody who wants no contact, or whose case has ended', () => {
    const quiet = PureCase.open().record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(0, 1));
    expect(next(failedCalls(quiet, 3))).toBeUndefined();
    expect(quiet.openKinds()).not.toContain('findSafeChannel');
    expect(next(PureCase.open().record('victimDied', {}, after(0, 1)))).toBeUndefined();
  });
});

describe('a victim nobody can reach', () => {
  it.each(['unreachable', 'unsafeToContact', 'declined'] as const)('is %s, told apart in every list', (reason) => {
    const victim = PureCase.open().complete('makeFirstContact', 'contactImpossible', { reason }, after(0, 2));
    expect(summaryOf(victim.careRecord).firstContact).toBe(reason);
  });
});

describe('whatever becomes of the attempts', () => {
  const results = ['noAnswer', 'messageLeft', 'messageSent', 'someoneElseAnswered', 'notSafeToSpeak'] as const;
  const outcomes: fc.Arbitrary<FactData['contactAttempted']['result']> = fc.constantFrom(...results);
  const safe = fc.subarray(
    channels.filter((channel) => channel !== 'viaRepresentative'),
    { minLength: 1 }
  );
  const stories = fc.record({
    safe,
    preferred: fc.option(fc.constantFrom(...channels), { nil: undefined }),
    tier: fc.constantFrom<Tier>('standard', 'enhanced'),
    hour: fc.nat(23),
    told: fc.array(fc.tuple(outcomes, fc.nat(10)), { minLength: 30, maxLength: 30 }),
  });

  it('the steps are safe ways alone, apart by the force’s hours, few a day, never at night, and come to an end', () => {
    fc.assert(
      fc.property(stories, ({ safe: safeChannels, preferred, tier, hour, told }) => {
        const opening = anOpening({ safeChannels, openedAt: after(0, hour) });
        const rules = spacingOf(opening, tier);
        const { spacing } = rules;
        const { attempts } = careState({ opening, facts: [] });
        attempts.routes = { safe: safeChannels, preferred };
        const perDay = new Map<string, number>();
        let lastAt: string | undefined;
        let calls = 0;
        for (const [index, [result, lateBy]] of told.entries()) {
          const step = nextAttempt(attempts, rules);
          expect(attemptSentence(step as NextAttempt)).not.toMatch(/undefined|NaN/);
          if (step?.step !== 'attempt') {
            expect(step?.step).toBe('askForSafeChannel');
            return;
          }
          expect(safeChannels).toContain(step.channel);
          const clock = londonClock(step.notBefore);
          expect(clock >= '07:00' && clock < '20:00').toBe(true);
          if (lastAt !== undefined) expect(step.notBefore >= addHours(lastAt, spacing.hoursApart)).toBe(true);
          if (step.channel === 'phone' || step.channel === 'videoCall') calls += 1;
          expect(calls).toBeLessThanOrEqual(spacing.failedCalls);
          // Made as soon as it may be, or some hours later on the same day.
          const later = addHours(step.notBefore, lateBy / 10);
          const at = londonDay(later) === londonDay(step.notBefore) ? later : step.notBefore;
          perDay.set(londonDay(at), (perDay.get(londonDay(at)) ?? 0) + 1);
          expect(perDay.get(londonDay(at))).toBeLessThanOrEqual(spacing.mostADay);
          attempts.tries = [...attempts.tries, { seq: index + 1, at, channel: step.channel, result }];
          lastAt = at;
        }
        throw new Error('The ladder has no end');
      }),
      { numRuns: 1000 }
    );
  });

  it('has numbers that give a victim with Enhanced Rights at least as much space', () => {
    const { standard, enhanced } = defaultConversation.attempts;
    expect(enhanced.hoursApart).toBeGreaterThanOrEqual(standard.hoursApart);
    expect(enhanced.hoursAfterSomeoneElse).toBeGreaterThanOrEqual(standard.hoursAfterSomeoneElse);
    expect(enhanced.mostADay).toBeLessThanOrEqual(standard.mostADay);
    expect([standard.failedCalls, enhanced.failedCalls]).toEqual([3, 3]);
  });
});

describe('the written acknowledgement of the report', () => {
  it('is asked of the team only once the officer has had two working days, by the day on which it is owed', () => {
    const victim = PureCase.open();
    expect(victim.openKinds()).not.toContain('acknowledgeReport');
    victim.at(after(2, 20));
    const task = victim.openTask('acknowledgeReport');
    expect(task.why).toMatchObject({ rule: 'duty' });
    const route = { channel: 'letter', route: 'safeAlternative' } as const;
    victim.complete('acknowledgeReport', 'reportAcknowledged', route, after(3));
    expect(victim.at(after(40)).openKinds()).not.toContain('acknowledgeReport');
  });

  it('is not asked for where an officer gave it, before or after the case began', () => {
    const before = PureCase.open({ officerActions: [{ action: 'acknowledgementGiven', at: after(0, -1) }] });
    expect(before.at(after(9)).openKinds()).not.toContain('acknowledgeReport');
    const afterwards = PureCase.open().record('officerActed', { action: 'acknowledgementGiven' }, after(1));
    expect(afterwards.at(after(9)).openKinds()).not.toContain('acknowledgeReport');
  });

  it('silence: the task goes on ageing, and is not pressed on somebody who wants no contact', () => {
    expect(PureCase.open().at(after(60)).openKinds()).toContain('acknowledgeReport');
    const quiet = PureCase.open().record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(0, 1));
    expect(quiet.at(after(9)).openKinds()).not.toContain('acknowledgeReport');
  });

  it('is not asked for where its day had passed before the report came here', () => {
    const late = PureCase.open({ receivedAt: after(0), openedAt: after(60) });
    expect(late.at(after(70)).openKinds()).not.toContain('acknowledgeReport');
  });
});

describe('the figures of a force', () => {
  it.each([
    ['unreachable', { missedWithGoodReason: 1, unreachable: 1, unsafeToContact: 0, declined: 0 }],
    ['unsafeToContact', { missedWithGoodReason: 1, unreachable: 0, unsafeToContact: 1, declined: 0 }],
    ['declined', { missedWithGoodReason: 0, unreachable: 0, unsafeToContact: 0, declined: 1 }],
  ] as const)('tell apart a first contact with somebody %s', (reason, figures) => {
    const victim = PureCase.open().complete('makeFirstContact', 'contactImpossible', { reason }, after(0, 2));
    const tally = new Tally(after(9));
    const duties = ledger(victim.careRecord, careState(victim.careRecord));
    tally.add(duties.find(({ obligation }) => obligation === 'force-first-contact') as Duty);
    expect(tally.figures()).toMatchObject(figures);
  });
});
