// `npm test`: types, lint, format, then jest; ends with one line of counts. Arguments go to jest.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEditionFiles } from '../editionFiles.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** The script that a package's `bin` names: run with this Node, whatever the PATH holds. */
function binOf(packageName, binName = packageName) {
  const manifestFile = path.join(root, 'node_modules', packageName, 'package.json');
  const { bin } = require(manifestFile);
  return path.resolve(path.dirname(manifestFile), typeof bin === 'string' ? bin : bin[binName]);
}

function runNode(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return status === 0;
}

const checks = [
  ['types', () => runNode([binOf('typescript', 'tsc'), '--noEmit', '-p', root]) && runNode(['build.mjs'])],
  ['lint', () => runNode([binOf('eslint'), '.', '--max-warnings', '0'])],
  ['format', () => runNode([binOf('prettier'), '--check', '--log-level', 'warn', '.'])],
];

/** Counts of one jest run. A test file that could not run at all counts as one failure. */
function runJest(args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'victim-case-jest-'));
  try {
    const outputFile = path.join(folder, 'result.json');
    const succeeded = runNode([binOf('jest'), '--json', '--outputFile', outputFile, '--silent=false', ...args]);
    const result = JSON.parse(readFileSync(outputFile, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return {
      passed: result.numPassedTests,
      failed: failed === 0 && !succeeded ? 1 : failed,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch (error) {
    console.error(`jest gave no result: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

writeEditionFiles();
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, check] of checks) {
  console.log(`\n${name}`);
  const passed = check();
  console.log(`${name}: ${passed ? 'passed' : 'FAILED'}`);
  total[passed ? 'passed' : 'failed'] += 1;
}

console.log('\ntests');
const tests = runJest(process.argv.slice(2));
for (const outcome of Object.keys(total)) total[outcome] += tests[outcome];

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
