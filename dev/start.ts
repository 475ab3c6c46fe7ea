import path from 'node:path';
import { readConfig } from '../config/config';
import { demo } from './demo/demo';
import { leaveWith } from './failure';
import { startService, type RunningService } from './service';
import { tryThis } from './tryThis';

/** `npm start`: the whole service in one place, until Ctrl-C; with `--demo` also invented reports and a walk. */
async function start(): Promise<void> {
  const startedAtMs = performance.now();
  const say = (line: string): void => console.log(line);
  // A terminal that was closed must not bring the service down without its draining.
  process.stdout.on('error', () => undefined);
  const service = startService({ say, onGivingUp: (error) => void service.stop().finally(() => leaveWith(error)) });
  stopOnSignal(() => service.stop());
  const running = await service.ready;
  say(whereItIs(running, (performance.now() - startedAtMs) / 1000));
  if (process.argv.includes('--demo')) await demo(running, say);
}

/** The first signal drains. npm passes Ctrl-C on, so that it comes twice at once: only a later second one cuts short. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stoppingSince: number | undefined;
  const onSignal = (): void => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > 1_000) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    console.log('\nStopping: worker and API first, then their servers …');
    stop().then(() => process.exit(0), leaveWith);
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal);
}

function whereItIs(running: RunningService, seconds: number): string {
  const { apiUrl, temporalUi, temporalAddress, mongodbUri, dataDir, ways } = running;
  const stubbed = running.pid('stubs') !== undefined;
  const dataDirSetting = path.resolve(readConfig({}).dataDir) === dataDir ? '' : `DATA_DIR=${shellWord(dataDir)} `;
  const howToTry =
    process.env.OIDC_ISSUER || process.env.TOKEN_JWKS
      ? 'Tokens come from the provider that you have named.'
      : `Try this in another terminal, in this folder:\n\n${tryThis(apiUrl, dataDirSetting)}`;
  return `
Ready after ${seconds.toFixed(1)} s.

  API            ${apiUrl}/api/v1
  API described  ${apiUrl}/docs
  Temporal       ${temporalAddress} (${ways.temporal})${temporalUi ? `\n  Temporal pages ${temporalUi}` : ''}
  MongoDB        ${withoutPassword(mongodbUri)} (${ways.mongodb})
  other systems  ${stubbed ? 'stubs: nothing leaves this machine' : 'as the environment names them'}
  data and logs  ${dataDir}

${howToTry}

Ctrl-C stops everything; the data stays.`;
}

const shellWord = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

const withoutPassword = (uri: string): string => uri.replace(/\/\/[^@/]*@/, '//…@');

start().catch(leaveWith);
