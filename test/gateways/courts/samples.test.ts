import { readdirSync, readFileSync } from 'node:fs';
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
});
