import type { Limit } from '../domain/code/limit';
import type { ShownEdition, ShownObligation } from '../published/publishedCode';

/** The editions as a person reads them: a heading for each, then a line for each obligation. */
export function codeTable(editions: readonly ShownEdition[]): string {
  if (editions.length === 0) return 'No edition was in force then.';
  return editions.map((edition) => [...heading(edition), ...lines(edition.obligations)].join('\n')).join('\n\n');
}

function heading({ id, title, status, inForceFrom, inForceUntil, contentHash }: ShownEdition): string[] {
  const inForce = inForceFrom ? `${inForceFrom} to ${inForceUntil ?? 'now'}` : 'not in force';
  return [title, `${id} · ${statuses[status]} · ${inForce} · ${contentHash.slice(0, 12)}`];
}

const statuses = { law: 'law', guidance: 'guidance', forceStandard: 'force standard', draft: 'draft' } as const;

function lines(obligations: readonly ShownObligation[]): string[] {
  const cells = obligations.map((each) => [each.id, limitText(each), words(each.dutyHolder), each.owed]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
}

/** `5 working days, enhanced 1`; the force's own number, where the law has none, says that it is the force's. */
function limitText({ limit, enhancedLimit, forceLimit }: ShownObligation): string {
  if (limit) return both(limit, enhancedLimit ?? limit);
  return forceLimit ? `${both(forceLimit.standard, forceLimit.enhanced)} (force target)` : 'no number';
}

function both(standard: Limit, enhanced: Limit): string {
  if (enhanced.unit !== standard.unit) return `${text(standard)}, enhanced ${text(enhanced)}`;
  return enhanced.n === standard.n ? text(standard) : `${text(standard)}, enhanced ${enhanced.n}`;
}

function text({ n, unit }: Limit): string {
  return n === 1 ? `1 ${words(unit).slice(0, -1)}` : `${n} ${words(unit)}`;
}

function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
