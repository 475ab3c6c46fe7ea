import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** A body that cannot be read at all. The code says why; nothing of the body is quoted. */
export class NotReadable extends Error {
  constructor(readonly code: 'xmlNotReadable' | 'xmlWithEntities' | 'jsonNotReadable' | 'emptyMessage') {
    super(code);
  }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 100,
  tagValueProcessor: (_name, value) => plain(value),
  attributeValueProcessor: (_name, value) => plain(value),
});

/** What is wrapped in an exchange's envelope as a text, unwrapped; otherwise what was given. */
export function unwrapped(payload: Record<string, unknown>): Record<string, unknown> {
  const inner = 'RouteData' in payload || 'Envelope' in payload ? textOfXml(payload) : undefined;
  return inner === undefined ? payload : readXml(inner);
}

function textOfXml(value: unknown): string | undefined {
  if (typeof value === 'string') return /^\s*<[?\w]/.test(value) ? value.trim() : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const each of Object.values(value)) {
    const found = textOfXml(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Reads XML without its namespaces. A document type is refused, and with it every entity that a sender could define:
 * none of the courts' formats has one.
 */
export function readXml(body: string): Record<string, unknown> {
  if (/<!(DOCTYPE|ENTITY)/i.test(body)) throw new NotReadable('xmlWithEntities');
  try {
    if (XMLValidator.validate(body) !== true) throw new NotReadable('xmlNotReadable');
    return parser.parse(body) as Record<string, unknown>;
  } catch {
    throw new NotReadable('xmlNotReadable');
  }
}

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The five entities of XML itself and characters by number. */
function plain(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (written, name, decimal, hex) => {
    if (name) return predefined[(name as string).toLowerCase()] ?? written;
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}
