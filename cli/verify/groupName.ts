export function groupName(by: readonly string[], shared: Readonly<Record<string, unknown>>): string {
  return `group ${by.map((name) => `${name}=${String(shared[name] ?? 'none')}`).join(' ')}`;
}
