import type { Offence } from './offence';
import { gravestOffences, lesserOffences, type GravestOffence } from './gravestOffences';
import type { OffenceCategory } from '../vocabulary';

const byHomeOffice = new Map<string, GravestOffence>();
const byCjs = new Map<string, GravestOffence>();
const lesser = new Map<string, OffenceCategory>();

for (const offence of gravestOffences) {
  for (const code of homeOfficeCodes(offence.homeOffice)) byHomeOffice.set(code, offence);
  for (const code of cjsCodes(offence.cjs ?? '')) byCjs.set(code, offence);
}
for (const { category, homeOffice } of lesserOffences) {
  for (const code of homeOfficeCodes(homeOffice)) lesser.set(code, category);
}

/** The gravest offence that a Home Office code names, in any of the forms that reports use. */
export function offenceByHomeOfficeCode(code: string): GravestOffence | undefined {
  return byHomeOffice.get(tableForm(code));
}

/** The gravest offence that a court (CJS) code names; an attempt at it, or help with it, counts as the offence. */
export function offenceByCjsCode(code: string): GravestOffence | undefined {
  return byCjs.get(code.trim().toUpperCase().slice(0, 7));
}

/** Whether the report's code says that the crime is not what makes its category one of the gravest. */
export function isLesser({ category, homeOfficeCode }: Offence): boolean {
  return homeOfficeCode !== undefined && lesser.get(tableForm(homeOfficeCode)) === category;
}

/**
 * The form under which a code stands in the tables: `00866`, `008/66` and `8.66` are all 8/66; `36` is 36/0, the class of
 * which nobody knows the sub-class. But `106` alone is modern slavery in the counting rules, where 106/0 is gaming.
 */
function tableForm(code: string): string {
  const given = code.trim().toUpperCase();
  const [, group, sub] = /^(\d{3})(\d{2})$/.exec(given) ?? /^(\d{1,3})[/.](\d{1,3})[A-Z]?$/.exec(given) ?? [];
  if (group !== undefined) return `${Number(group)}/${Number(sub)}`;
  const [, alone] = /^0*(\d{1,3})$/.exec(given) ?? [];
  return alone === undefined || alone === '106' ? given : `${alone}/0`;
}

function* homeOfficeCodes(codes: string): Generator<string> {
  for (const code of codes.split(' ')) {
    const [group = '', runs] = code.split('/');
    if (runs === undefined) yield code;
    else for (const sub of numbersOf(runs)) yield `${group}/${sub}`;
  }
}

function* cjsCodes(codes: string): Generator<string> {
  for (const act of codes.split(', ')) {
    for (const number of numbersOf(act.slice(5))) yield `${act.slice(0, 4)}${String(number).padStart(3, '0')}`;
  }
}

function* numbersOf(runs: string): Generator<number> {
  for (const run of runs.split(' ')) {
    const [from = '', to = from] = run.split('-');
    for (let number = Number(from); number <= Number(to); number++) yield number;
  }
}
