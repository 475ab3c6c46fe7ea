import { textOfBody } from '../../../api/http/bodyText';

const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><Name>Zoë O’Brien</Name>`;
/** A text in UTF-16, the byte of less weight last. */
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('the text of a body', () => {
  it.each([
    ['UTF-8', Buffer.from('{"name":"Zoë"}'), '{"name":"Zoë"}'],
    ['UTF-8 with a mark', Buffer.from('\uFEFF{"name":"Zoë"}'), '{"name":"Zoë"}'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${xml('UTF-16')}`, 'utf16le'), xml('UTF-16')],
    ['UTF-16 with a mark, the other way round', bigEndian(`\uFEFF${xml('UTF-16')}`), xml('UTF-16')],
    ['UTF-16 without a mark', Buffer.from(xml('UTF-16'), 'utf16le'), xml('UTF-16')],
    ['what XML declares', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><N>Zo\xeb</N>', 'latin1'), 'Zoë'],
    ['one byte a letter, which nobody declares', Buffer.from('<N>Zo\xeb</N>', 'latin1'), 'Zoë'],
  ])('is read in %s', (_encoding, bytes, text) => {
    expect(textOfBody(bytes)).toContain(text);
  });

  it('is read as its sender says, and not at all in an encoding that nobody knows', () => {
    expect(textOfBody(Buffer.from('Zo\xeb', 'latin1'), 'ISO-8859-1')).toBe('Zoë');
    expect(textOfBody(Buffer.from('x'), 'klingon')).toBeUndefined();
    expect(textOfBody(Buffer.from('<?xml version="1.0" encoding="klingon"?><N/>'))).toBeUndefined();
  });
});
