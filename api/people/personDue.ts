import { z } from 'zod';
import type { Cases } from '../../database/cases/cases';
import type { Persons } from '../../database/people/persons';
import { isInScope } from '../../database/store/scope';
import type { Tasks } from '../../database/cases/tasks';
import { needsVictim } from '../../domain/care/askedOfVictim';
import { isRepresented, routesOf } from '../../domain/contact/routes';
import { contactRefusals } from '../../domain/contact/safeContact';
import { bands } from '../../domain/task';
import { channels } from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';
import { taskKindNames } from '../cases/taskShape';
import type { CasesInScope } from '../access/casesInScope';
import { verdictOn } from '../contact/contactVerdict';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound } from '../http/errors';
import { scopesOf } from '../access/scopes';
import { bandLimits, shownTask } from '../cases/shownTask';
import { casePath } from '../http/values';

const dueShape = z
  .object({
    personId: z.string(),
    items: z.array(
      z.object({
        caseId: z.string(),
        taskId: z.string(),
        kind: z.enum(taskKindNames),
        dueAt: instantText,
        why: z.string(),
        band: z.enum(bands),
        assignee: z.string().optional(),
        noContactWanted: z.literal(true).optional().meta({ description: 'In this case they want no contact.' }),
      })
    ),
    contactPoints: z.array(
      z.object({
        contactPointId: z.string(),
        channel: z.enum(channels),
        representativeId: z.string().optional().meta({ description: 'Whose it is, where it is not their own.' }),
        safeNow: z.boolean(),
        value: z.string().optional().meta({ description: 'Only where it is safe now.' }),
        because: z.enum(contactRefusals).optional(),
        from: instantText.optional().meta({ description: 'From then on it is safe.' }),
      })
    ),
  })
  .meta({ id: 'PersonDue' });

interface Stores {
  readonly cases: Cases;
  readonly persons: Persons;
  readonly tasks: Tasks;
}

const mostCases = 100;
const mostTasks = 100;

/** All that is due with one person, so that they are called once and not once for each of their cases. */
export function personDue({ cases, persons, tasks }: Stores, inScope: CasesInScope): Endpoint[] {
  async function dueIn(asked: Asked, personId: string) {
    const limits = bandLimits(asked.now);
    const scopes = scopesOf(asked);
    const open = (await cases.casesOfPersons([personId], mostCases)).filter(({ ended }) => !ended);
    const due = open.map(async (each) => {
      const scope = scopes.find((scoped) => isInScope(each, scoped));
      if (!scope) return [];
      const { items } = await tasks.listTasks({ caseId: each.caseId }, limits, scope, { limit: mostTasks });
      const wanted = each.stances.wantsContact === 'no' ? { noContactWanted: true } : {};
      return items.filter(needsVictim).map((task) => {
        const { caseId, taskId, kind, dueAt, why, band, assignee } = { band: undefined, ...shownTask(task, limits) };
        return { caseId, taskId, kind, dueAt, why, band, ...(assignee === undefined ? {} : { assignee }), ...wanted };
      });
    });
    return (await Promise.all(due)).flat().sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  }

  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/person/due',
      summary: 'All that is due with the person in every open case of theirs that you see, soonest first',
      params: casePath,
      answers: { 200: { description: 'What is due, and how they can be reached now.', schema: dueShape } },
      async handle(asked) {
        const about = await inScope.find(asked, asked.params.caseId);
        const person = await persons.readPerson(about.personId);
        if (!person) throw notFound();
        const all = await cases.casesOfPersons([about.personId], mostCases);
        const represented = isRepresented([about, ...all], about.caseId, asked.now);
        const contactPoints = routesOf(person, represented).map(({ route, ...whose }) => {
          const { contactPointId = '', channel, value } = route;
          const attempt = { at: asked.now, isSafetyNews: false, overridden: false };
          const verdict = verdictOn({ person, cases: all, about }, contactPointId, attempt);
          if (verdict.may) return { contactPointId, channel, ...whose, safeNow: true, value };
          const { because, from } = verdict;
          return {
            contactPointId,
            channel,
            ...whose,
            safeNow: false,
            because,
            ...(from === undefined ? {} : { from }),
          };
        });
        const items = await dueIn(asked, about.personId);
        return { status: 200, body: { personId: person.personId, items, contactPoints } };
      },
    }),
  ];
}
