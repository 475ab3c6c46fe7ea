import { newsWish } from '../../../domain/contact/newsWish';

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
    expect(newsWish(hearAbout, kinds)).toBe(wish);
  });
});
