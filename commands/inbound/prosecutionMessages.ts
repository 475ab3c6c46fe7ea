import type { InboundMessage } from '../../database/corporate/inboundMessage';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { normalisedUrn } from '../../domain/court/urn';
import { prosecutionMessage, type ProsecutionMessage } from '../../gateways/prosecution/prosecutionContract';
import { courtCaseIdOf } from '../court/courtCaseCalls';
import type { Engine } from '../engine';
import { chargingDecision } from './chargingDecisions';
import type { InboundWay, Outcome } from './inboundWay';
import { tell } from './prosecutionTelling';

type Of<Kind extends ProsecutionMessage['kind']> = Extract<ProsecutionMessage, { kind: Kind }>;
type Named = { readonly ourReference?: string | undefined; readonly name?: string | undefined };

/**
 * What the prosecution tells us, as facts of the cases that are linked to its prosecution. Whoever it names that we cannot
 * tell apart waits for a person; the others are told at once, and once, also after the message was mended.
 */
export const prosecutionMessages: InboundWay<ProsecutionMessage> = {
  schemaVersions: ['1'],
  contract: prosecutionMessage,
  subject: () => undefined,
  async carryOut(engine, message, told): Promise<Outcome> {
    const linked = await linkedCases(engine, told.urn, message.force);
    if (linked.length === 0) {
      const faults = [{ pointer: '/urn', message: 'No case of this force is linked to this prosecution' }];
      return { state: 'parked', because: { code: 'unknownReference', faults } };
    }
    switch (told.kind) {
      case 'witnessesToAttend':
        return witnessesToAttend(engine, message, told, linked);
      case 'specialMeasuresDecision':
        return specialMeasures(engine, message, told, linked);
      case 'availabilityAnswer':
        return availabilityAnswer(engine, message, told, linked);
      case 'chargingDecision':
        return chargingDecision(engine, message, told, linked);
    }
  },
};

async function linkedCases(engine: Engine, urn: string, force: string): Promise<CaseSummary[]> {
  if (normalisedUrn(urn) === undefined) return [];
  const { courtCases, cases } = engine.database;
  const view = await courtCases.findCourtCase(courtCaseIdOf(engine, urn));
  const found = await cases.findCases(view?.linked.map(({ caseId }) => caseId) ?? []);
  return found.filter(({ investigatingForce, homeForce }) => investigatingForce === force || homeForce === force);
}

async function witnessesToAttend(
  engine: Engine,
  message: InboundMessage,
  { hearingId, witnesses }: Of<'witnessesToAttend'>,
  linked: readonly CaseSummary[]
): Promise<Outcome> {
  const find = await finder(engine, linked);
  const faults: { pointer: string; message: string }[] = [];
  for (const [place, { attends, days, at, standby, reason, ...named }] of witnesses.entries()) {
    const about = find(named);
    if (typeof about === 'string') {
      faults.push({ pointer: `/witnesses/${place}`, message: about });
      continue;
    }
    if (attends !== 'inPerson') {
      const why = reason ?? (attends === 'statementRead' ? 'statementRead' : 'notNeeded');
      await tell(engine, message, about, { kind: 'witnessReleased', data: { hearingId, reason: why } });
      continue;
    }
    const required = { hearingId, ...(days ? { days } : {}) };
    await tell(engine, message, about, { kind: 'witnessRequired', data: required });
    for (const on of days ?? []) {
      const isFirst = on === days?.[0];
      const data = { hearingId, on, ...(at && isFirst ? { at } : {}), ...(standby ? { standby } : {}) };
      await tell(engine, message, about, { kind: 'witnessCalledFor', data });
    }
  }
  return faults.length === 0
    ? { state: 'taken' }
    : { state: 'parked', because: { code: 'witnessUnknown', faults: faults.slice(0, 20) } };
}

async function specialMeasures(
  engine: Engine,
  message: InboundMessage,
  { witness, decision, measures, declinedBecause, reason }: Of<'specialMeasuresDecision'>,
  linked: readonly CaseSummary[]
): Promise<Outcome> {
  const about = (await finder(engine, linked))(witness);
  if (typeof about === 'string') return unknownWitness(about);
  const why = decision === 'declined' ? { reason: declinedBecause ?? ('other' as const) } : {};
  const considered = { kind: 'specialMeasuresConsidered', data: { decision, measures, ...why } } as const;
  await tell(engine, message, about, considered, { words: reason });
  return { state: 'taken', caseId: about.caseId };
}

async function availabilityAnswer(
  engine: Engine,
  message: InboundMessage,
  { witness, answer }: Of<'availabilityAnswer'>,
  linked: readonly CaseSummary[]
): Promise<Outcome> {
  const about = (await finder(engine, linked))(witness);
  if (typeof about === 'string') return unknownWitness(about);
  await tell(engine, message, about, { kind: 'availabilityAcknowledged', data: { by: 'prosecution', answer } });
  return { state: 'taken', caseId: about.caseId };
}

function unknownWitness(message: string): Outcome {
  return { state: 'parked', because: { code: 'witnessUnknown', faults: [{ pointer: '/witness', message }] } };
}

/** Finds the case of a witness: by our own reference, else by the name, where one linked case alone has it. */
async function finder(engine: Engine, linked: readonly CaseSummary[]) {
  const names = new Map<string, CaseSummary[]>();
  for (const each of linked) {
    const name = nameOf((await engine.database.persons.readPerson(each.personId))?.name);
    if (name !== '') names.set(name, [...(names.get(name) ?? []), each]);
  }
  return ({ ourReference, name }: Named): CaseSummary | string => {
    if (ourReference !== undefined) {
      return linked.find(({ caseId }) => caseId === ourReference) ?? 'No linked case has this reference';
    }
    const [only, ...others] = names.get(nameOf(name)) ?? [];
    if (!only) return 'No linked case is of somebody of this name';
    return others.length === 0 ? only : 'Several linked cases are of somebody of this name';
  };
}

function nameOf(name: string | undefined): string {
  return (name ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
}
