import { z } from 'zod';
import type { Referrals } from '../../database/referrals/referrals';
import type { SupportServices } from '../../database/referrals/supportServices';
import type { NewFact } from '../../domain/fact';
import type { ProjectedReferral } from '../../domain/projection/projection';
import { commandAnswerShape, pageOf } from '../http/answerShapes';
import { referralShape } from './referralShape';
import type { CasesInScope } from '../access/casesInScope';
import type { CommandCalls } from '../http/commandCalls';
import { cursorOf, paging } from '../http/cursor';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import { careFacts } from '../facts/careFacts';
import { newFact } from '../facts/factContracts';
import { referralIdValue } from '../facts/factShape';
import { supportReport } from '../facts/referralFacts';
import { sideOf } from '../facts/side';
import { partnersOf } from './partnersOf';
import type { ReferralChecks } from './referralChecks';
import { listScope, scopesOf } from '../access/scopes';
import { casePath, codeName, freeText, instantValue } from '../http/values';
import { isInScope } from '../../database/store/scope';

const referralBody = careFacts.referralMade
  .extend({ happenedAt: instantValue.optional(), note: freeText.optional() })
  .meta({ id: 'NewReferral' });

const referralPath = z.object({ referralId: referralIdValue });
const referralQuery = z.strictObject({ team: codeName.optional(), supportService: codeName.optional(), ...paging });

const happenedAt = instantValue.optional();
const { referralDeclined, referralEnded } = careFacts;

/** What the support service says of a referral, or the victim of their consent. */
const answerBody = z
  .discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('accepted'), happenedAt }),
    z.strictObject({ answer: z.literal('declined'), reason: referralDeclined.shape.reason, happenedAt }),
    z.strictObject({ answer: z.literal('ended'), reason: referralEnded.shape.reason, happenedAt }),
    z.strictObject({ answer: z.literal('consentWithdrawn'), happenedAt }),
    z.strictObject({ answer: z.literal('supportReported'), ...supportReport, happenedAt }),
  ])
  .meta({ id: 'ReferralAnswer' });

/** A partner that answers late hears that the victim has taken their consent back. */
const answeredShape = commandAnswerShape
  .extend({ withdrawn: z.literal(true).optional().meta({ description: 'Consent was withdrawn: help must stop.' }) })
  .meta({ id: 'ReferralAnswered' });

const newReferralShape = commandAnswerShape.extend({ referralId: z.string() }).meta({ id: 'ReferralMade' });

interface Stores {
  readonly referrals: Referrals;
  readonly supportServices: SupportServices;
}

export function referrals(
  stores: Stores,
  cases: CasesInScope,
  commands: CommandCalls,
  checks: ReferralChecks
): Endpoint[] {
  const maySpeak = partnersOf(stores.supportServices);

  async function isSeen({ caller, roles }: Pick<Asked, 'caller' | 'roles'>, referral: ProjectedReferral) {
    for (const scope of scopesOf({ caller, roles })) {
      if (!isOfScope(referral, scope)) continue;
      if (scope.kind !== 'referrals' || (await maySpeak(caller.id, referral))) return true;
    }
    return false;
  }

  return [
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/referrals',
      summary: 'Refer the victim to a support service',
      params: casePath,
      body: referralBody,
      idempotent: true,
      answers: { 201: { description: 'Referred.', schema: newReferralShape } },
      async handle(asked) {
        const about = await cases.find(asked, asked.params.caseId);
        const { note, happenedAt, ...made } = asked.body;
        const { data, precondition } = await checks.check(about.caseId, 'referralMade', made, {
          at: happenedAt ?? asked.now,
          pointer: '',
        });
        return commands.carryOut(asked, {
          verb: 'recordEvent',
          status: 201,
          about,
          note,
          ...(precondition ? { precondition } : {}),
          order: ({ noteId }) => {
            const by = { source: sideOf(asked), now: asked.now, noteId };
            return { fact: newFact('referralMade', data, { happenedAt }, by) };
          },
          more: ({ caseId, facts }) => ({ referralId: `${caseId}.r${facts[0]}` }),
        });
      },
    }),
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/referrals',
      summary: 'The referrals of a case, in the order in which they were sent',
      params: casePath,
      answers: { 200: { description: 'All of them.', schema: pageOf(referralShape) } },
      async handle(asked) {
        const { caseId } = await cases.find(asked, asked.params.caseId);
        const items = await stores.referrals.referralsOfCase(caseId);
        return { status: 200, body: { items: items.map(shown) } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/referrals',
      summary: 'Referrals, newest first; a partner sees those to its own services',
      query: referralQuery,
      answers: { 200: { description: 'A page of referrals.', schema: pageOf(referralShape) } },
      async handle(asked) {
        const { limit, cursor, ...filter } = asked.query;
        const page = await stores.referrals.listReferrals(filter, listScope(asked), { limit, cursor });
        const seen = await Promise.all(page.items.map((each) => isSeen(asked, each)));
        const next = page.next === undefined ? {} : { next: cursorOf(page.next) };
        return { status: 200, body: { items: page.items.filter((_, index) => seen[index]).map(shown), ...next } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/referrals/{referralId}/answers',
      summary: 'Say what has become of a referral',
      params: referralPath,
      body: answerBody,
      idempotent: true,
      answers: { 201: { description: 'On the record.', schema: answeredShape } },
      async handle(asked) {
        const referral = await stores.referrals.findReferral(asked.params.referralId);
        if (!referral || !(await isSeen(asked, referral))) throw notFound();
        if (asked.body.answer === 'consentWithdrawn' && asked.roles.every((role) => role === 'partner')) {
          throw new Problem('notAllowed', 'Consent is withdrawn with the team that asked for it.');
        }
        return commands.carryOut(asked, {
          verb: 'recordEvent',
          status: 201,
          about: referral,
          order: () => ({ fact: factOf(referral.referralId, asked.body, sideOf(asked), asked.now) }),
          more: () => (referral.state === 'withdrawn' ? { withdrawn: true } : {}),
        });
      },
    }),
  ];
}

function isOfScope(referral: ProjectedReferral, scope: ReturnType<typeof listScope>): boolean {
  return scope.kind === 'referrals' ? scope.services.includes(referral.supportService) : isInScope(referral, scope);
}

function factOf(
  referralId: string,
  body: z.output<typeof answerBody>,
  source: NewFact['source'],
  now: string
): NewFact {
  const by = { source, now };
  switch (body.answer) {
    case 'accepted':
      return newFact('referralAccepted', { referralId }, body, by);
    case 'declined':
      return newFact('referralDeclined', { referralId, reason: body.reason }, body, by);
    case 'ended':
      return newFact('referralEnded', { referralId, reason: body.reason }, body, by);
    case 'consentWithdrawn':
      return newFact('consentWithdrawn', { referralId }, body, by);
    case 'supportReported':
      return newFact('supportReported', { referralId, levels: body.levels, goalsReached: body.goalsReached }, body, by);
  }
}

function shown({ caseVersion: _v, investigatingForce: _i, homeForce: _h, owningTeam: _t, ...rest }: ProjectedReferral) {
  const { officerInCase: _o, ...referral } = rest;
  return referral;
}
