/**
 * A Unique Reference Number as police, prosecution and courts all know it: capitals and digits, `01ZD0303208`. Slashes
 * and spaces are for display, but for the number of a split case at the end: `44RG9895424/1`. Undefined where it is none, as a word.
 */
export function normalisedUrn(written: string): string | undefined {
  const plain = written.toUpperCase().replace(/\s+/g, '');
  const [, before = '', last = ''] = /^(.*?)(\/\d{1,2})?$/.exec(plain) ?? [];
  // Written `01/ZD/03032/08`, the last slash stands before the year, without which it is no number yet.
  const [body, split] = before.replaceAll('/', '').length < 10 ? [plain, ''] : [before, last];
  const urn = body.replaceAll('/', '') + split;
  return /^(?=.*\d)[A-Z0-9]{5,20}(\/\d{1,2})?$/.test(urn) ? urn : undefined;
}
