import type { Obligation } from './obligation';

/** Obligations that have these fields in common, each said once. */
export function sharing<Shared extends Partial<Obligation>>(
  shared: Shared,
  rows: readonly Omit<Obligation, keyof Shared>[]
): readonly Obligation[] {
  return rows.map((row) => ({ ...shared, ...row }) as unknown as Obligation);
}
