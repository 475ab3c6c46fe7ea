/**
 * The text of a body, whatever its sender wrote it in: by its byte order mark, by what the sender says of it, by XML's own
 * declaration; else UTF-8, and what is no UTF-8 as Windows writes it. Undefined where an encoding is named that is not known.
 */
export function textOfBody(bytes: Uint8Array, named?: string): string | undefined {
  const encoding = marked(bytes) ?? named ?? declared(bytes);
  if (encoding !== undefined) return decoded(bytes, encoding);
  return decoded(bytes, 'utf-8', true) ?? decoded(bytes, 'windows-1252');
}

function marked([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0 && fourth === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : undefined;
}

function declared(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1];
}

function decoded(bytes: Uint8Array, encoding: string, fatal = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}
