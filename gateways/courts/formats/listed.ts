import type { DefendantIds, HearingDates } from '../../../domain/court/courtEvent';
import type { HearingKind } from '../../../domain/vocabulary';
import type { AboutProsecution, sayings } from '../reading';

/** A line of a list, in whatever format it came. */
export interface Listed extends HearingDates {
  readonly court: string;
  readonly room?: string | undefined;
  readonly hearing: HearingKind;
  readonly caseNumber?: string | undefined;
  /** What else stands for the prosecution. */
  readonly references: readonly string[];
  readonly urn?: string | undefined;
  readonly defendants: readonly {
    readonly urn?: string | undefined;
    readonly ids: DefendantIds;
    readonly name?: string | undefined;
  }[];
}

/**
 * The lines of a list by prosecution. Defendants without a number of their own are of the line's only one; a line that
 * gives none is known by its case number or its defendants.
 */
export function grouped(lines: readonly Listed[], say: ReturnType<typeof sayings>): AboutProsecution[] {
  return lines.flatMap((line) => {
    const urns = new Set([line.urn, ...line.defendants.map(({ urn }) => urn)].filter((urn) => urn !== undefined));
    const [only, ...others] = urns;
    if (only === undefined) return [about(line, undefined, line.defendants, say)];
    if (others.length === 0) return [about(line, only, line.defendants, say)];
    return [...urns].map((urn) =>
      about(
        line,
        urn,
        line.defendants.filter((each) => each.urn === urn),
        say
      )
    );
  });
}

function about(
  line: Listed,
  urn: string | undefined,
  defendants: Listed['defendants'],
  say: ReturnType<typeof sayings>
): AboutProsecution {
  const { defendants: _all, references, urn: _urn, ...listed } = line;
  const named = defendants.filter(({ ids }) => ids.length > 0);
  const names = named.flatMap(({ ids }) => ids.filter((id) => id.startsWith('name-')));
  const { court, on, caseNumber } = line;
  return {
    urn,
    references: urn === undefined ? references : undefined,
    events: [say('listed', { ...listed, defendants: named.map(({ ids }) => ids) })],
    // Of a case with several numbers the case number stands for none of them.
    makesKnown: [...(urn === undefined ? [] : references), ...names].map((reference) => ({ reference })),
    line: { court, on, caseNumber, names: defendants.flatMap(({ name }) => (name ? [name] : [])) },
  };
}
