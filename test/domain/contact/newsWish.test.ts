import { newsWish, wantsOnlyNews } from '../../../domain/contact/newsWish';

describe('what a victim wants to hear about', () => {
  it.each([
    [undefined, ['suspectArrested'], 'wanted'],
    [['chargeDecision'], ['suspectCharged'], 'wanted'],
    [['chargeDecision'], ['suspectArrested'], 'notWanted'],
    [['chargeDecision'], ['hearingListed'], 'notWanted'],
    [['courtDates'], ['hearingMoved'], 'wanted'],
    [['courtDates'], ['sentencePassed'], 'notWanted'],
    [['courtOutcomes'], ['verdictGiven'], 'wanted'],
    [['courtOutcomes'], ['suspectBailed'], 'decideHow'],
    [[], ['releasePlanned'], 'decideHow'],
    [['chargeDecision'], ['suspectArrested', 'suspectCharged'], 'wanted'],
    [['chargeDecision'], [], 'notWanted'],
    [['noNewsToo'], [], 'wanted'],
  ] as const)('%j: news of %j is %s', (hearAbout, kinds, wish) => {
    expect(newsWish(hearAbout ? { hearAbout: [...hearAbout] } : {}, kinds)).toBe(wish);
  });

  it.each([
    [{}, false],
    [{ hearAbout: ['chargeDecision'] }, true],
    [{ hearAbout: ['chargeDecision', 'noNewsToo'] }, false],
    [{ hearAbout: ['chargeDecision'], inQuietTimes: 'asAgreed' }, false],
    [{ hearAbout: ['noNewsToo'], inQuietTimes: 'onlyNews' }, true],
  ] as const)(
    '%j: left in peace while nothing happens: %s; what was said of quiet times counts first',
    (said, isSo) => {
      const wish = { ...said, hearAbout: 'hearAbout' in said ? [...said.hearAbout] : undefined };
      expect([wantsOnlyNews(wish), newsWish(wish, [])]).toEqual([isSo, isSo ? 'notWanted' : 'wanted']);
    }
  );
});
