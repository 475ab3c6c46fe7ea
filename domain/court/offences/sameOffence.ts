import type { CourtEvent } from '../courtEvent';

/** Which offences are one, of those that several senders report each under an id of its own. */
export interface SameOffences {
  /** The id under which an offence counts, of one that it is known by; without an entry its own. */
  readonly countsAs: ReadonlyMap<string, string>;
  /** Offences of a sender who names fewer of one code than another does: they are among the other's, nobody knows which. */
  readonly doubtful: ReadonlyMap<string, readonly string[]>;
}

type Charge = CourtEvent<'offenceCharged'>;

/**
 * One offence of one defendant is known by its code, and by its number in the police's case where both senders give
 * one: two numbers are two offences. Several of one code are paired in their order. Where the senders name different
 * counts of them nothing is paired, since a wrong pair would end a charge that goes on: those of who names fewer are
 * doubtful. They are no charges of their own, and their money is not added to that of the others.
 */
export function sameOffences(charges: readonly Charge[]): SameOffences {
  const countsAs = new Map<string, string>();
  const doubtful = new Map<string, readonly string[]>();
  for (const ofCode of byCode(charges).values()) {
    let counted = ofCode.filter((each) => feedOf(each) === 'platform');
    for (const feed of ['police', 'register']) {
      const others = ofCode.filter((each) => feedOf(each) === feed);
      const { pairs, fewer, more } = paired(counted, others);
      for (const [one, other] of pairs) countsAs.set(other.data.offenceId, one.data.offenceId);
      for (const each of fewer) doubtful.set(each.data.offenceId, idsOf(more));
      counted = [...counted, ...others]
        .filter((each) => !countsAs.has(each.data.offenceId) && !doubtful.has(each.data.offenceId))
        .sort(inOrder);
    }
  }
  return { countsAs, doubtful };
}

interface Pairing {
  readonly pairs: readonly (readonly [Charge, Charge])[];
  readonly fewer: readonly Charge[];
  readonly more: readonly Charge[];
}

function paired(counted: readonly Charge[], others: readonly Charge[]): Pairing {
  const certain = others.flatMap((other): [Charge, Charge][] => {
    const sequence = sequenceOf(other);
    const one = sequence === undefined ? undefined : counted.find((each) => sequenceOf(each) === sequence);
    return one ? [[one, other]] : [];
  });
  const open = others.filter((each) => !certain.some((pair) => pair.includes(each)));
  const isNumbered = open.every((each) => sequenceOf(each) !== undefined);
  const free = counted.filter(
    (each) => !certain.some((pair) => pair.includes(each)) && !(isNumbered && sequenceOf(each) !== undefined)
  );
  if (open.length === 0 || free.length === 0) return { pairs: certain, fewer: [], more: [] };
  if (open.length > free.length) return { pairs: certain, fewer: free, more: open };
  if (open.length < free.length) return { pairs: certain, fewer: open, more: free };
  const ordered = [...open].sort(inOrder);
  const inTurn = [...free].sort(inOrder).flatMap((one, index): [Charge, Charge][] => {
    const other = ordered[index];
    return other ? [[one, other]] : [];
  });
  return { pairs: [...certain, ...inTurn], fewer: [], more: [] };
}

/** Charges by code; one that another of the same code took the place of is the offence of that other. */
function byCode(charges: readonly Charge[]): Map<string, Charge[]> {
  const found = new Map<string, Charge[]>();
  for (const charge of charges) {
    const code = codeOf(charge);
    const isReplaced = charges.some(
      (each) => each.data.replacesOffenceId === charge.data.offenceId && codeOf(each) === code
    );
    if (code === undefined || isReplaced) continue;
    found.set(code, [...(found.get(code) ?? []), charge]);
  }
  return found;
}

const codeOf = ({ data }: Charge) => data.offenceCode?.trim().toUpperCase();

const idsOf = (charges: readonly Charge[]) => charges.map(({ data }) => data.offenceId);

/** Ids of the court's own are Common Platform's; who gives none is known by `listed-<code>-<number>`. */
function feedOf({ data, source }: Charge): 'platform' | 'police' | 'register' {
  if (!data.offenceId.startsWith('listed-')) return 'platform';
  return source === 'police' ? 'police' : 'register';
}

function sequenceOf(charge: Charge): number | undefined {
  return feedOf(charge) === 'police' ? numberIn(charge.data.offenceId) : charge.data.sequence;
}

function numberIn(offenceId: string): number | undefined {
  const [, written] = /-(\d+)$/.exec(offenceId) ?? [];
  return written === undefined ? undefined : Number(written);
}

function inOrder(one: Charge, other: Charge): number {
  return placeOf(one) - placeOf(other) || (one.data.offenceId < other.data.offenceId ? -1 : 1);
}

function placeOf(charge: Charge): number {
  const { offenceId, place } = charge.data;
  const known = sequenceOf(charge) ?? (feedOf(charge) === 'register' ? numberIn(offenceId) : place);
  return known ?? Number.MAX_SAFE_INTEGER;
}
