import type { Persons } from '../../database/people/persons';
import { Problem } from '../http/errors';

/** Ends a request that lets somebody be told who does not receive rights for this person; `pointer` is where they stand. */
export async function mustBeRepresentatives(
  persons: Pick<Persons, 'readPerson'>,
  personId: string,
  { ids = [], pointer }: { readonly ids?: readonly string[] | undefined; readonly pointer: string }
): Promise<void> {
  if (ids.length === 0) return;
  const person = await persons.readPerson(personId);
  const known = new Set(person?.representatives.map(({ representativeId }) => representativeId));
  const errors = ids.flatMap((each, index) =>
    known.has(each) ? [] : [{ pointer: `${pointer}/${index}`, message: 'The person has no such representative' }]
  );
  if (errors.length > 0) throw new Problem('invalidBody', 'The body is not as it should be.', { errors });
}
