import { isIdentityOpen, type IdentityGround, type IdentityStanding } from '../../../domain/care/identity';
import { channels } from '../../../domain/vocabulary';
import { after } from '../after';

const at = after(3);
const byPhone = (identityKnownBy?: IdentityGround) => ({ channel: 'phone' as const, identityKnownBy, at });
const asked = (changes: Partial<IdentityStanding> = {}): IdentityStanding => ({ hasQuestions: true, ...changes });

describe('who is spoken with on the phone', () => {
  it.each<[string, IdentityGround | undefined, IdentityStanding, boolean]>([
    ['no questions set, nothing said', undefined, { hasQuestions: false }, false],
    ['no questions set, a question said to have passed', 'securityQuestion', { hasQuestions: false }, true],
    ['questions that nobody asked', undefined, asked(), true],
    ['a question said to have passed that nobody asked', 'securityQuestion', asked(), true],
    ['a question that passed in the same call', undefined, asked({ passedAt: at }), false],
    ['a question that passed two hours before', undefined, asked({ passedAt: after(3, -2) }), false],
    ['a question that passed three hours before', undefined, asked({ passedAt: after(3, -3) }), true],
    ['a question that passed the day after', undefined, asked({ passedAt: after(4) }), true],
    ['a wrong answer after the right one', undefined, asked({ passedAt: after(3, -1), failedAt: at }), true],
    ['a right answer after the wrong one', undefined, asked({ passedAt: at, failedAt: after(3, -1) }), false],
    ['a wrong answer, but a voice that the officer knows', 'knowTheirVoice', asked({ failedAt: at }), false],
    ['the truth that nobody checked', 'notChecked', asked(), false],
  ])('%s', (_, ground, standing, open) => {
    expect(isIdentityOpen(byPhone(ground), standing)).toBe(open);
  });

  it.each(channels.filter((channel) => channel !== 'phone'))('is not asked of what goes by %s', (channel) => {
    expect(isIdentityOpen({ channel, at }, asked())).toBe(false);
  });
});
