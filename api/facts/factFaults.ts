import type { FactData } from '../../domain/fact';
import { londonDay, type Instant } from '../../domain/time/londonTime';

/** What of a fact does not go together; `note` is the free text beside it, anything else a field of its data. */
export interface FactFault {
  readonly field: string;
  readonly message: string;
}

interface Beside {
  readonly note?: string | undefined;
  readonly happenedAt?: Instant | undefined;
}

/** Facts whose words are the matter: without them whoever is asked has nothing to go by. */
const wordsOf: Readonly<Record<string, string>> = {
  updatePublished: 'Write what the victim is to read',
  evidenceHeard: 'Write what the victim said, word for word',
  adviceAsked: 'Write what is asked',
  adviceGiven: 'Write the advice',
  challengeRaised: 'Write what is challenged',
};

/** What duties arise from, where it is asked for by a fact of its own. */
const askedBy: Readonly<Record<string, string>> = {
  rightToReview: 'rightToReviewAsked',
  undulyLenientSentence: 'undulyLenientAsked',
  complaint: 'complaintMade',
};

type Check<K extends keyof FactData> = (data: FactData[K], beside: Beside) => readonly FactFault[];

const checks: { readonly [K in keyof FactData]?: Check<K> } = {
  reportAcknowledged: ({ channel, route }) =>
    route === 'written' && (channel === 'phone' || channel === 'videoCall')
      ? [{ field: 'route', message: 'Nothing is written in a call: say safeAlternative where no written way is safe' }]
      : [],
  explained({ topics, understood, notUnderstood = [] }) {
    const message = understood === 'understood' ? 'It was understood' : 'Only what was explained';
    const isWrong = understood === 'understood' || notUnderstood.some((topic) => !topics.includes(topic));
    return notUnderstood.length > 0 && isWrong ? [{ field: 'notUnderstood', message }] : [];
  },
  enquiriesSet: ({ lines }) =>
    lines.length > 1 && lines.includes('noneProportionate')
      ? [{ field: 'lines', message: 'None is proportionate, or these are' }]
      : [],
  matterAsked: ({ matter }) =>
    askedBy[matter] === undefined
      ? []
      : [{ field: 'matter', message: `Record ${askedBy[matter]}: the duties to answer arise from it` }],
  challengeRaised: ({ answerOn }, { happenedAt }) =>
    happenedAt !== undefined && answerOn < londonDay(happenedAt)
      ? [{ field: 'answerOn', message: 'Not before it is raised' }]
      : [],
  victimAnswered: (data, { note }) =>
    data.by === 'trackMyCrime' && note === undefined
      ? [{ field: 'note', message: 'Write what the victim is to read' }]
      : [],
};

/** What of a fact does not go together, beyond what each field allows by itself. */
export function factFaults(kind: string, data: object, beside: Beside): readonly FactFault[] {
  const missing = beside.note === undefined ? wordsOf[kind] : undefined;
  const check = checks[kind as keyof FactData] as Check<never> | undefined;
  return [
    ...(missing === undefined ? [] : [{ field: 'note', message: missing }]),
    ...(check?.(data as never, beside) ?? []),
  ];
}
