import type { Fact } from '../../fact';
import type { MessageLanguage } from '../../messages/template';
import { dayIn } from '../../time/dayIn';
import { londonDay, type CalendarDay } from '../../time/londonTime';
import { meaningsOf } from './texts/sentenceTexts';

interface Words {
  readonly title: string;
  readonly passedOn: string;
  readonly until: string;
  readonly noEnd: string;
  readonly lenient: string;
  readonly talk: string;
}

const words: Readonly<Record<MessageLanguage, Words>> = {
  en: {
    title: 'What the court decided',
    passedOn: 'The court decided this on',
    until: 'This order ends on',
    noEnd: 'This order lasts until a court ends it.',
    lenient:
      'Anybody may ask the Attorney General to look at this sentence if they think that it is far too low. The last day to ask is',
    talk: 'You can ask us what any of this means.',
  },
  cy: {
    title: 'Beth benderfynodd y llys',
    passedOn: 'Penderfynodd y llys hyn ar',
    until: 'Daw’r gorchymyn hwn i ben ar',
    noEnd: 'Mae’r gorchymyn hwn yn para nes i lys ddod ag ef i ben.',
    lenient:
      'Gall unrhyw un ofyn i’r Twrnai Cyffredinol edrych ar y ddedfryd hon os ydyn nhw’n meddwl ei bod yn llawer rhy isel. Y diwrnod olaf i ofyn yw',
    talk: 'Gallwch ofyn i ni beth mae unrhyw ran o hyn yn ei olygu.',
  },
};

/**
 * A sentence in plain language, for a person to give or to read out. It speaks of a court, and so is never part of a
 * message; it names nobody.
 */
export function printedSentence(
  { data, happenedAt }: Fact<'sentencePassed'>,
  lastDayOn: CalendarDay | undefined,
  language: MessageLanguage
): string[] {
  const say = words[language];
  const lines = [say.title, `${say.passedOn} ${dayIn(londonDay(happenedAt), language)}.`];
  for (const { sentence, [language]: text } of meaningsOf(data.sentences)) {
    const order = data.orders?.find((each) => each.order === sentence);
    const end = order && (order.untilOn === undefined ? say.noEnd : `${say.until} ${dayIn(order.untilOn, language)}.`);
    lines.push(`${text.name}: ${text.means}${end ? ` ${end}` : ''}`);
  }
  if (lastDayOn !== undefined) lines.push(`${say.lenient} ${dayIn(lastDayOn, language)}.`);
  return [...lines, say.talk];
}
