import { defendantNamed, defendantsOf } from '../../../domain/court/defendants';

const father = 'cp-11111111-1111-4111-8111-111111111111';
const son = 'cp-22222222-2222-4222-8222-222222222222';
const named = (...combinations: string[]) => defendantsOf({ namedAs: combinations.sort() });

describe('who is prosecuted', () => {
  it('is one defendant, under all the ids that were ever named together', () => {
    expect(named(`${father},master-1`, 'master-1,name-a', 'asn-7,name-a')).toEqual([
      { defendantId: father, ids: [father, 'master-1', 'asn-7', 'name-a'] },
    ]);
  });

  it('is two defendants where father and son bear one name, and the name alone is neither of them', () => {
    const defendants = named(`${father},name-a`, `${son},name-a`, 'name-a');
    expect(defendants.map(({ ids }) => ids)).toEqual([[father], [son]]);
    expect(defendantNamed(defendants, ['name-a'])).toBeUndefined();
    expect(defendantNamed(defendants, [son, 'name-a'])?.defendantId).toBe(son);
  });

  it('is known by name alone while no court has given an id', () => {
    expect(named('name-a', 'name-b').map(({ defendantId }) => defendantId)).toEqual(['name-a', 'name-b']);
  });
});
