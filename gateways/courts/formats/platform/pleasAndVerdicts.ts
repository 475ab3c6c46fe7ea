import { londonDay } from '../../../../domain/time/londonTime';
import { defendantIds } from '../../names';
import { pleaIn } from '../../courtWords';
import { anything, id, object, time, wording } from '../../schemas';
import { dayOf } from '../../times';
import { verdictEvents, type Verdict } from '../offences';
import { caseRef, event, hearingRef, offenceRef, platform } from './event';

interface PleaModel {
  readonly hearingId: string;
  readonly pleaModel: {
    readonly offenceId: string;
    readonly prosecutionCaseId?: string;
    readonly defendantId: string;
    readonly plea?: { readonly pleaDate?: string; readonly pleaValue?: string } | null;
  };
}

export const pleaUpdated = event<PleaModel>(
  object({
    hearingId: id,
    pleaModel: object(
      { offenceId: id, defendantId: id },
      { prosecutionCaseId: id, plea: object({}, { pleaDate: time, pleaValue: wording }) }
    ),
  }),
  ({ hearingId, pleaModel: { offenceId, prosecutionCaseId, defendantId, plea } }, reader) => {
    const defendant = defendantIds(reader, { platformId: defendantId });
    const [pleaded, on] = [pleaIn(plea?.pleaValue), dayOf(plea?.pleaDate)];
    const events = pleaded && on ? [platform(reader)('pleaEntered', { defendant, offenceId, plea: pleaded, on })] : [];
    const makesKnown = [{ reference: hearingRef(hearingId) }, { reference: offenceRef(offenceId), defendant }];
    const references = [...(prosecutionCaseId ? [caseRef(prosecutionCaseId)] : []), offenceRef(offenceId)];
    return [{ references, events, makesKnown }];
  }
);

/** The id of nobody: it is put in place of by the defendant of the offence, once that is known. */
const whoeverIsCharged: readonly string[] = [];

const offenceVerdict = object({ offenceId: id }, { verdictDate: time });

export const verdictUpdated = event<{ hearingId: string; verdicts?: Verdict; verdict?: Verdict }>(
  {
    ...object({ hearingId: id }),
    if: object({ verdict: anything }),
    then: object({ verdict: offenceVerdict }),
    else: object({ verdicts: offenceVerdict }),
  },
  ({ verdicts, verdict = verdicts }, reader) => {
    const offenceId = verdict?.offenceId ?? '';
    const events = verdict ? verdictEvents(whoeverIsCharged, offenceId, verdict, { say: platform(reader) }) : [];
    return [{ references: [offenceRef(offenceId)], defendantOf: offenceRef(offenceId), events, makesKnown: [] }];
  }
);

interface ConvictionOf {
  readonly caseId: string;
  readonly offenceId: string;
  readonly convictionDate?: string;
  readonly courtApplicationId?: string;
}

/** A day of conviction is a conviction; without its day there is none any more. */
const conviction = (verdict: 'guilty' | 'removed', more: Parameters<typeof object>[0]) =>
  event<ConvictionOf>(
    {
      if: object({ courtApplicationId: id }),
      then: object(more),
      else: object({ caseId: id, offenceId: id, ...more }),
    },
    ({ caseId, offenceId, convictionDate: written, courtApplicationId }, reader) => {
      // The conviction of an application is of no offence that is ours.
      if (courtApplicationId !== undefined) return [];
      const on = verdict === 'removed' ? londonDay(reader.issuedAt) : dayOf(written);
      const said = { defendant: whoeverIsCharged, offenceId, verdict };
      const events = on ? [platform(reader)('verdictGiven', { ...said, on })] : [];
      const references = [offenceRef(offenceId), caseRef(caseId)];
      return [{ references, defendantOf: offenceRef(offenceId), events, makesKnown: [] }];
    }
  );

export const convictionDate = conviction('guilty', { convictionDate: time });
export const convictionRemoved = conviction('removed', {});

const endings = { DISMISSED: 'dismissed', WITHDRAWN: 'withdrawn', DISCONTINUED: 'discontinued' } as const;

export const withdrawnOrDismissed = event<{
  caseId: string;
  defendantId: string;
  resultedOffences: Record<string, string>;
}>(
  object({
    caseId: id,
    defendantId: id,
    resultedOffences: { type: 'object', additionalProperties: { type: 'string' } },
  }),
  ({ caseId, defendantId, resultedOffences }, reader) => {
    const defendant = defendantIds(reader, { platformId: defendantId });
    const offences = Object.entries(resultedOffences);
    const on = londonDay(reader.issuedAt);
    const events = offences.flatMap(([offenceId, result]) => {
      const how = endings[result as keyof typeof endings] as (typeof endings)[keyof typeof endings] | undefined;
      return how ? [platform(reader)('offenceEnded', { defendant, offenceId, how, on })] : [];
    });
    const makesKnown = offences.map(([offenceId]) => ({ reference: offenceRef(offenceId), defendant }));
    return [{ references: [caseRef(caseId)], events, makesKnown }];
  }
);
