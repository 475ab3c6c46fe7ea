import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { codeTable } from '../../cli/codeTable';
import { publishedCode } from '../../published/publishedCode';

const today = '2026-11-22';

describe('the law on the command line', () => {
  it('shows the limits of each edition, and whose number it is', () => {
    const table = codeTable(publishedCode({ on: '2024-06-03' }, today));
    expect(table).toContain("the Victims' Code 2020\nvictims-code-2020 · law · 2021-04-01 to now · ");
    expect(table).toMatch(/ {2}c20-r6-arrest +5 working days, enhanced 1 +police +tell the victim of the arrest/);
    expect(table).toMatch(/ {2}c20-r3-ack +5 working days \(force target\) +police/);
    expect(table).toMatch(/ {2}force-first-contact +24 hours +police/);
    expect(table).not.toContain('victims-code-2015');
  });

  it('says so when nothing was in force', () => {
    expect(codeTable(publishedCode({ on: '2010-01-01', scheme: 'victimsCode' }, today))).toBe(
      'No edition was in force then.'
    );
  });

  const command = path.join(__dirname, '..', '..', 'dist', 'cli', 'code.js');

  it('prints what the API answers', () => {
    const printed = execFileSync(process.execPath, [command, '--json', '--edition', 'victims-code-2013'], {
      encoding: 'utf8',
    });
    const shown = publishedCode({ edition: 'victims-code-2013' }, today);
    expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify({ editions: shown })));
    expect(shown[0]?.inForceUntil).toBe('2015-11-15');
  });

  it('refuses a day that there is not, and an edition that there is not', () => {
    for (const args of [
      ['--on', '2026-02-30'],
      ['--edition', 'victims-code-1066'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
      expect(status).toBe(1);
      expect(stderr).toContain('invalid');
    }
  });
});
