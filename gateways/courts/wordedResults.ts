import type { Result } from './results';

/** A result as the prison court register has it: by the prompts that the court filled in, and no name or code of its own. */
export interface WordedResult extends Result {
  readonly resultTexts?: readonly { readonly label?: string; readonly value?: unknown }[];
}

/** Results by their prompts. A prompt that is no result by itself stays a name that means none. */
export function resultsInWords(results: readonly WordedResult[]): Result[] {
  return results.flatMap(({ resultTexts, ...result }) => [
    ...(result.label === undefined && result.cjsCode === undefined ? [] : [result]),
    ...(resultTexts ?? []).map(({ label = '', value }) => resultOf(label.trim(), String(value ?? '').trim())),
  ]);
}

function resultOf(label: string, value: string): Result {
  if (/custodial period is life/i.test(label)) return { label: isTrue(value) ? 'Life imprisonment' : '' };
  if (/suspended|operational period/i.test(label)) return { label: 'Suspended sentence' };
  if (/(custodial|imprisonment|detention) period|period of (imprisonment|detention|custody)/i.test(label)) {
    return { label: 'Imprisonment', ...durationIn(value) };
  }
  if (/amount of compensation/i.test(label)) return { label: 'Compensation', prompts: [{ label, value }] };
  if (/amount of fine/i.test(label)) return { label: 'Fine' };
  // What follows is about a sentence, and is none: reasons, an order that ends, who is paid.
  return { label: /reason|revoked|original order|creditor/i.test(label) ? '' : label };
}

const isTrue = (value: string): boolean => /^(true|yes|y)$/i.test(value);

/** A time such as `7 Months`, in the letter of its unit. */
function durationIn(value: string): Pick<Result, 'durationElement'> {
  const [, count, unit] = /^(\d{1,4})\s*(day|week|month|year)/i.exec(value) ?? [];
  if (count === undefined || unit === undefined) return {};
  return {
    durationElement: { primaryDurationValue: Number(count), primaryDurationUnit: unit.charAt(0).toUpperCase() },
  };
}
