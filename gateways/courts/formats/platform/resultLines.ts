import { normalisedUrn } from '../../../../domain/court/urn';
import { defendantIds } from '../../names';
import { sayings, text, type AboutProsecution, type Said } from '../../reading';
import { pleaIn } from '../../courtWords';
import { resultSchema, type Result } from '../../results';
import { id, listOf, object, time, wording } from '../../schemas';
import { dayOf, instantOf } from '../../times';
import { resultEvents, verdictEvents, type Shared } from '../offences';
import { caseRef, event, hearingRef, offenceRef } from './event';

interface ResultLines {
  readonly hearing: {
    readonly id: string;
    readonly courtCentre?: { readonly courtCentreName?: string };
    readonly defendants?: readonly {
      readonly id: string;
      readonly person?: { readonly firstName?: string; readonly lastName?: string };
      readonly cases?: readonly {
        readonly id: string;
        readonly urn?: string;
        readonly offences?: readonly {
          readonly id: string;
          code?: string;
          plea?: { date?: string; value?: string };
          verdict?: { verdictCategory?: string; verdictDate?: string };
        }[];
      }[];
    }[];
    readonly sharedResultLines?: readonly (Result & { caseId?: string; defendantId?: string; offenceId?: string })[];
  };
  readonly sharedTime?: string;
}

const lineOffence = object(
  { id },
  { plea: object({}, { date: time, value: wording }), verdict: object({}, { verdictDate: time }) }
);
const lineCase = object({ id }, { urn: wording, offences: listOf(lineOffence) });
const lineDefendant = object({ id }, { cases: listOf(lineCase) });

/** The older form of a resulted hearing: results stand in lines beside the defendants. */
export const resultLines = event<ResultLines>(
  object(
    { hearing: object({ id }, { defendants: listOf(lineDefendant), sharedResultLines: listOf(resultSchema) }) },
    { sharedTime: time }
  ),
  ({ hearing, sharedTime }, reader) => {
    const issuedAt = instantOf(text(sharedTime)) ?? reader.issuedAt;
    const say = sayings('commonPlatform', issuedAt);
    const court = /crown/i.test(hearing.courtCentre?.courtCentreName ?? '') ? 'crown' : 'magistrates';
    const shared: Shared = { say, issuedAt, isShared: true, court };
    const found = (hearing.defendants ?? []).flatMap(({ id: platformId, person, cases = [] }) => {
      const defendant = defendantIds(reader, { platformId, forename: person?.firstName, surname: person?.lastName });
      return cases.map(({ id: caseId, urn: written, offences = [] }): AboutProsecution => {
        const events = offences.flatMap(({ id: offenceId, code, plea, verdict }): Said[] => {
          const [pleaded, pleadedOn] = [pleaIn(plea?.value), dayOf(plea?.date)];
          const verdictType = { categoryType: verdict?.verdictCategory ?? '' };
          return [
            say('offenceCharged', { defendant, offenceId, offenceCode: code }),
            ...(pleaded && pleadedOn
              ? [say('pleaEntered', { defendant, offenceId, plea: pleaded, on: pleadedOn })]
              : []),
            ...(verdict
              ? verdictEvents(defendant, offenceId, { verdictDate: verdict.verdictDate ?? '', verdictType }, shared)
              : []),
          ];
        });
        const urn = normalisedUrn(written ?? '');
        const makesKnown = [caseRef(caseId), hearingRef(hearing.id)].map((reference) => ({ reference }));
        const offencesKnown = offences.map((offence) => ({ reference: offenceRef(offence.id), defendant }));
        return {
          urn,
          references: urn ? undefined : [caseRef(caseId)],
          events,
          makesKnown: [...makesKnown, ...offencesKnown],
        };
      });
    });
    const byOffence = new Map<string, NonNullable<ResultLines['hearing']['sharedResultLines']>[number][]>();
    for (const line of hearing.sharedResultLines ?? []) {
      if (!line.offenceId || !line.defendantId || !line.caseId) continue;
      byOffence.set(line.offenceId, [...(byOffence.get(line.offenceId) ?? []), line]);
    }
    const results = [...byOffence].map(([offenceId, lines]): AboutProsecution => {
      const defendant = defendantIds(reader, { platformId: lines[0]?.defendantId });
      const events = resultEvents(defendant, offenceId, lines, false, shared);
      return {
        references: [caseRef(lines[0]?.caseId ?? '')],
        events,
        makesKnown: [{ reference: offenceRef(offenceId), defendant }],
      };
    });
    return [...found, ...results];
  }
);
