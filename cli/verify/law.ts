import type { Reader } from '../service/readOnly';

/** What the service says it applies: `GET /api/v1/code`, as far as it is needed to judge duties. */
export interface Rule {
  readonly right: number | null;
  readonly dutyHolder: string;
  readonly isWindow: boolean;
  readonly basis: string;
  readonly metBy: 'telling' | 'receipt' | readonly string[];
  readonly metByOfficer: readonly string[];
  readonly isSafety: boolean;
  /** Keeping it is speaking with the victim. */
  readonly isContact: boolean;
  /** Each is answered by the next. */
  readonly recurs: boolean;
}

export interface Law {
  readonly rules: ReadonlyMap<string, Rule>;
  /** Kinds of fact of which somebody is owed news. */
  readonly news: ReadonlySet<string>;
}

interface CodeAnswer {
  readonly editions: readonly {
    readonly status: string;
    readonly obligations: readonly {
      readonly id: string;
      readonly right?: number;
      readonly dutyHolder: string;
      readonly nature: string;
      readonly contact?: true;
      readonly recurs?: true;
      readonly arises?: {
        readonly from: 'report' | readonly string[];
        readonly metBy: 'telling' | 'receipt' | readonly string[];
        readonly metByOfficer?: readonly string[];
        readonly safety?: true;
      };
    }[];
  }[];
}

export async function readLaw(reader: Reader): Promise<Law> {
  const { editions } = await reader.json<CodeAnswer>('/code');
  const rules = new Map<string, Rule>();
  const news = new Set<string>();
  for (const { status, obligations } of editions) {
    const basis = status === 'forceStandard' || status === 'guidance' ? status : 'law';
    for (const { id, right, dutyHolder, nature, contact, recurs, arises } of obligations) {
      if (arises?.metBy === 'telling' && arises.from !== 'report') arises.from.forEach((kind) => news.add(kind));
      rules.set(id, {
        right: right ?? null,
        dutyHolder,
        isWindow: nature === 'window',
        basis,
        metBy: arises?.metBy ?? [],
        metByOfficer: arises?.metByOfficer ?? [],
        isSafety: arises?.safety === true,
        isContact: contact === true || arises?.metBy === 'telling',
        recurs: recurs === true,
      });
    }
  }
  return { rules, news };
}
