import { normalisedUrn } from '../../../domain/court/urn';
import { many, text, type Reading } from '../reading';
import { object, oneOrMore } from '../schemas';
import type { CourtFormat } from './format';

/** A number as the prosecution's interface takes it apart. */
interface Parts {
  readonly Force?: unknown;
  readonly Unit?: unknown;
  readonly Number?: unknown;
  readonly Year?: unknown;
  readonly Split?: unknown;
}

const digits = (count: number) => ({ type: 'string', pattern: `^\\d{${count}}$` });
const parts = object(
  { Force: digits(2), Unit: { type: 'string', pattern: '^[0-9A-Z]{2}$' }, Number: digits(5), Year: digits(2) },
  { Split: { type: 'string', pattern: '^\\d{1,2}$' } }
);
const changes = {
  if: object({ URNToMerge: {} }),
  then: object({ URNToMerge: oneOrMore(parts) }),
  else: object({ Split: oneOrMore(object({ SplitCaseURN: parts })) }),
};

/** The prosecution's event CP10: it has joined cases under one number, or split one into several. */
export const numberChanged: CourtFormat = {
  schema: object({ CP10: object({ URN: parts, SplitMergeInformation: changes }) }),
  read(payload): Reading {
    const { URN, SplitMergeInformation: changed } = payload.CP10 as {
      URN: Parts;
      SplitMergeInformation: { URNToMerge?: unknown; Split?: unknown };
    };
    const joined = many<Parts>(changed.URNToMerge).map(urnOf);
    const split = many<{ SplitCaseURN: Parts }>(changed.Split).map(({ SplitCaseURN }) => urnOf(SplitCaseURN));
    return { says: 'something', prosecutions: [], numbers: { urn: urnOf(URN), joined, split } };
  },
};

function urnOf({ Force, Unit, Number: serial, Year, Split }: Parts): string {
  const whole = [Force, Unit, serial, Year].map((part) => text(part) ?? '').join('');
  const number = text(Split);
  return normalisedUrn(number === undefined ? whole : `${whole}/${number}`) ?? whole;
}
