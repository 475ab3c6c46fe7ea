import { mayBeDanger } from '../../../domain/contact/urgentWords';

describe('a message that may speak of danger now', () => {
  it.each([
    'He is outside my house again',
    'He has BREACHED his bail',
    'i am scared',
    'She turned\nup at work',
    'Mae e y tu allan i fy nhŷ',
    'Mae ofn arna i',
    'I want to end my life',
    'call 999',
    'I self harm again',
  ])('is seen in "%s"', (text) => {
    expect(mayBeDanger(text)).toBe(true);
  });

  it.each([
    'When is the next hearing?',
    'I found the receipt for the bike',
    'Diolch am y neges',
    'My skill in this is low',
  ])('is not seen in "%s"', (text) => {
    expect(mayBeDanger(text)).toBe(false);
  });
});
