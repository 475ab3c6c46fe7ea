import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { realFolder } from '../../domain/realData';
import { readCourtMessage, type CourtMessageRead } from '../../../gateways/courts/readCourtMessage';

const folder = realFolder('court-messages');
const files = folder
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.\w+$/.test(file))
      .sort()
  : [];
const read = (file: string): string => readFileSync(path.join(folder ?? '', file), 'utf8');

/** Schemas, specifications and tables describe messages, and two samples are empty files. */
function isMessage(file: string): boolean {
  if (!/\.(json|xml)$/.test(file) || /schema\//.test(file) || /\.schema\.json$/.test(file)) return false;
  const body = read(file).trim();
  if (body === '') return false;
  if (body.startsWith('<')) return true;
  return !('$schema' in (JSON.parse(body) as object));
}

const idOf = (kind: string, value: string) => `${kind}:${value.length}`;
function understood(file: string): CourtMessageRead {
  const [event] = /public[\w.-]+(?=\.json$)/.exec(file) ?? [];
  const envelope = {
    occurredAt: '2026-09-01T09:00:00.000Z',
    urn: '41AA1000001',
    courtId: 'court-12',
    ...(event ? { kind: event } : {}),
  };
  return readCourtMessage(read(file), envelope, idOf);
}

const whenThere = files.length > 0 ? describe : describe.skip;

whenThere('the samples of court messages', () => {
  const messages = files.filter(isMessage);

  it.each(messages)('%s is accepted, and understood or known to say nothing', (file) => {
    const found = understood(file);
    expect(found).toHaveProperty('reading');
  });

  it('are all there: what is no message is a schema, a specification, a table or empty', () => {
    expect(messages).toHaveLength(83);
  });

  it('are told of in docs/court-messages.md, kind by kind: what was accepted, and what it did', () => {
    const kinds = new Map<string, { accepted: number; did: Set<string> }>();
    for (const file of messages) {
      const found = understood(file);
      if (!('reading' in found)) throw new Error(file);
      const { kind, reading } = found;
      const row = kinds.get(kind) ?? { accepted: 0, did: new Set<string>() };
      row.accepted += 1;
      if (reading.says === 'nothing') row.did.add(`nothing: ${reading.because}`);
      else {
        const said = reading.prosecutions.flatMap(({ events }) => events.map((event) => event.kind));
        for (const each of said.length > 0 ? said : ['which ids stand for which prosecution']) row.did.add(each);
      }
      kinds.set(kind, row);
    }
    const rows = [...kinds].sort(([one], [other]) => (one < other ? -1 : 1));
    const table = rows.map(
      ([kind, { accepted, did }]) => `| \`${kind}\` | ${accepted} | ${[...did].sort().join(', ')} |`
    );
    const page = path.join(__dirname, '../../../docs/court-messages.md');
    const known = readFileSync(page, 'utf8').split('\n');
    const [from, until] = ['<!-- samples -->', '<!-- /samples -->'].map((mark) => known.indexOf(mark));
    const head = ['', '| kind | accepted | what it said |', '| --- | --- | --- |'];
    const wanted = [...known.slice(0, (from ?? 0) + 1), ...head, ...table, '', ...known.slice(until)].join('\n');
    if (process.env.SAVE_DOCS) writeFileSync(page, wanted);
    expect(known.map(plain)).toEqual(wanted.split('\n').map(plain));
  });
});

/** Tables are laid out by prettier. */
const plain = (line: string): string => line.replace(/\s+/g, ' ').replace(/-+/g, '-');
