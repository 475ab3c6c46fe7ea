import type { CareRecord } from '../careRecord';
import { careState } from '../careState';
import type { NewFact } from '../fact';
import { proposePathway, subjectOf, type PathwayProposal } from './pathwayProposal';
import { pathwayRulesOf } from './pathwayRules';
import { refuse, type Refusal } from '../refusal';

/** What the rules of the force propose for a case as it is known now. */
export function pathwayProposed(record: CareRecord): PathwayProposal {
  const state = careState(record);
  return proposePathway(
    subjectOf(record.opening.personKind, state.tier.tier, state.offence.category, state.circumstances, state),
    pathwayRulesOf(record.opening.homeForce)
  );
}

/** Why something of the conversation may not be recorded as it was told; undefined when it may. */
export function conversationAllows(record: CareRecord, fact: NewFact): Refusal | undefined {
  if ('planActionId' in fact.data) {
    const { planActionId } = fact.data;
    const { planActions } = careState(record);
    if (!planActions.some((each) => each.planActionId === planActionId)) {
      return refuse('planActionUnknown', 'The plan of this case has no such action.');
    }
  }
  if ('arrangementId' in fact.data) {
    const { arrangementId } = fact.data;
    const { arrangements } = careState(record).attendance;
    if (!arrangements.some((each) => each.arrangementId === arrangementId)) {
      return refuse('arrangementUnknown', 'Nothing of that id was asked for in this case.');
    }
  }
  if (fact.kind !== 'pathwayChosen' || fact.data.differsBecause !== undefined) return undefined;
  const { pathway, provisional, reasons } = pathwayProposed(record);
  // Before an assessment there is nothing that a person could differ from.
  if (provisional || pathway === fact.data.pathway) return undefined;
  const why = reasons.map(({ because }) => because).join('; ');
  return refuse(
    'differenceWithoutReason',
    `The rules propose the ${pathway} pathway (${why}). Say why it is not taken.`
  );
}

/** A decision on the pathway goes on record with what was proposed then. */
export function withProposal(record: CareRecord, fact: NewFact): NewFact {
  if (fact.kind !== 'pathwayChosen') return fact;
  return { ...fact, data: { ...fact.data, proposed: pathwayProposed(record).pathway } };
}
