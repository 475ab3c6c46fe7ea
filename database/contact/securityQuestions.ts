// Written by: the API, when a person is corrected.
import { createHash, timingSafeEqual } from 'node:crypto';
import { trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { collection } from '../store/collection';
import type { PersonalData } from '../encryption/personalData';

export interface SecurityQuestion {
  readonly question: string;
  readonly answer: string;
}

/** Questions and answers stand beside the person and not in them: whoever reads the person never has the answers. */
interface SecurityQuestionsDocument {
  readonly _id: string;
  readonly sealed: string;
  readonly by: string;
  readonly at: Instant;
}

export interface SecurityQuestions {
  /** In the place of all earlier ones. */
  setQuestions(personId: string, questions: readonly SecurityQuestion[], by: string, now: Instant): Promise<void>;
  /**
   * The questions in their order, without the answers; none for a person who has none or was erased. Of a person with
   * several records the set that was made last counts: each record keeps its own, for when they are parted.
   */
  questionsOf(personIds: readonly string[]): Promise<string[]>;
  /** Whether the answer to the question of this number (from 1) is right; undefined where there is no such question. */
  isAnswer(personIds: readonly string[], number: number, answer: string): Promise<boolean | undefined>;
}

const sealedField = 'securityQuestions';

export function securityQuestions(connection: Connection): Model<SecurityQuestionsDocument> {
  return collection(connection, 'securityQuestions', { sealed: String, by: String, at: String }, []);
}

export function securityQuestionsStore(
  model: Model<SecurityQuestionsDocument>,
  personal: PersonalData
): SecurityQuestions {
  async function read(personIds: readonly string[]): Promise<readonly SecurityQuestion[]> {
    const query = model.find({ _id: trusted({ $in: [...personIds] }) }).sort({ at: -1 });
    for (const { _id, sealed } of await query.lean<SecurityQuestionsDocument[]>()) {
      const questions = await personal.unseal<SecurityQuestion[]>(_id, sealedField, sealed);
      if (questions) return questions;
    }
    return [];
  }

  return {
    async setQuestions(personId, questions, by, at) {
      const kept = questions.map(({ question, answer }) => ({ question, answer: normalisedAnswer(answer) }));
      const sealed = await personal.seal(personId, sealedField, kept);
      await model.replaceOne({ _id: personId }, { sealed, by, at }, { upsert: true });
    },
    async questionsOf(personIds) {
      return (await read(personIds)).map(({ question }) => question);
    },
    async isAnswer(personIds, number, answer) {
      const known = (await read(personIds))[number - 1];
      return known && isSame(known.answer, normalisedAnswer(answer));
    },
  };
}

/** Letters and digits alone, without accents, case or spaces: what somebody says on the phone, however it is typed. */
export function normalisedAnswer(answer: string): string {
  return answer
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Takes the same time however much of it is right. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
