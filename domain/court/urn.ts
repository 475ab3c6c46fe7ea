/**
 * A Unique Reference Number as police, prosecution and courts all know it: capitals and digits, `01ZD0303208`. Slashes
 * and spaces are for display, but for the number of a split case at the end: `44RG9895424/1`. Undefined where it is none.
 */
export function normalisedUrn(written: string): string | undefined {
  const plain = written.toUpperCase().replace(/\s+/g, '');
  const [, body = '', split = ''] = /^(.{10,}?)(\/\d{1,2})?$/.exec(plain) ?? [undefined, plain];
  const urn = body.replaceAll('/', '') + split;
  return /^[A-Z0-9]{5,20}(\/\d{1,2})?$/.test(urn) ? urn : undefined;
}
