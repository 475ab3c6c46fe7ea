// Compiles the service into dist/ and bundles its workflows. Does nothing when no source has changed since the last good build.
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEditionFiles } from './editionFiles.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(root, 'dist');
/** Without the tests: a test that does not compile keeps nobody from starting the service. */
const settingsFile = path.join(root, 'tsconfig.build.json');
const recordFile = path.join(dist, 'build.json');
const lockFolder = path.join(root, 'node_modules', '.victim-case-build');
const quiet = process.argv.includes('--quiet');
const say = (line) => quiet || console.log(line);

/** Every file that the output depends on, relative to the root and sorted. */
function sourceFiles() {
  const { include } = JSON.parse(readFileSync(settingsFile, 'utf8'));
  const folders = include.filter((entry) => !entry.includes('*') && existsSync(path.join(root, entry)));
  const inFolders = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true }).map((file) => path.join(folder, file))
  );
  const atRoot = readdirSync(root).filter((file) => file.endsWith('.ts'));
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'build.mjs', 'editionFiles.mjs'];
  return [...inFolders.filter((file) => /\.(ts|json)$/.test(file)), ...atRoot, ...settings].sort();
}

function readSources() {
  const files = {};
  for (const file of sourceFiles()) {
    try {
      const absolute = path.join(root, file);
      if (statSync(absolute).isFile()) files[file] = createHash('sha256').update(readFileSync(absolute)).digest('hex');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return files;
}

const hashOf = (files) => createHash('sha256').update(JSON.stringify(files)).digest('hex');

function lastBuild() {
  try {
    return JSON.parse(readFileSync(recordFile, 'utf8'));
  } catch {
    return { files: {} };
  }
}

const outputOf = (file) => path.join(dist, file.replace(/\.ts$/, '.js'));

const isUpToDate = (files) =>
  lastBuild().hash === hashOf(files) &&
  Object.keys(files).every((file) => !file.endsWith('.ts') || existsSync(outputOf(file)));

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Two builds at once would mix their output: the second waits for the first. */
async function withBuildLock(work) {
  const ownerFile = path.join(lockFolder, 'pid');
  for (;;) {
    try {
      mkdirSync(lockFolder);
      writeFileSync(ownerFile, String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const isOld = (statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) < Date.now() - 2_000;
      const owner = existsSync(ownerFile) ? Number(readFileSync(ownerFile, 'utf8')) : 0;
      if (isOld && !(owner > 0 && isAlive(owner))) rmSync(lockFolder, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

function compile() {
  say('Compiling TypeScript …');
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const incremental = ['--incremental', '--tsBuildInfoFile', path.join(dist, 'tsc.tsbuildinfo')];
  return spawnSync(process.execPath, [tsc, '-p', settingsFile, ...incremental], { stdio: 'inherit' }).status === 0;
}

async function bundleWorkflows() {
  const entry = path.join(dist, 'workflows', 'index.js');
  if (!existsSync(entry)) return true;
  say('Bundling workflows …');
  try {
    const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
    const { code } = await bundleWorkflowCode({
      workflowsPath: entry,
      workflowInterceptorModules: [path.join(dist, 'workflows', 'correlation.js')],
      failureConverterPath: path.join(dist, 'temporal', 'failureConverter.js'),
      logger: new DefaultLogger('WARN'),
    });
    const part = path.join(dist, `workflow-bundle.${randomUUID()}.part`);
    writeFileSync(part, code);
    renameSync(part, path.join(dist, 'workflow-bundle.js'));
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

async function build() {
  const files = readSources();
  if (isUpToDate(files)) return true;
  const gone = Object.keys(lastBuild().files).filter((file) => !(file in files));
  if (gone.length > 0) rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  rmSync(recordFile, { force: true });
  const compiled = compile();
  const bundled = await bundleWorkflows();
  if (!compiled || !bundled) return false;
  writeFileSync(recordFile, JSON.stringify({ hash: hashOf(files), files }));
  say('Built.');
  return true;
}

writeEditionFiles();
if (isUpToDate(readSources())) {
  say('The build is up to date.');
} else if (!existsSync(path.join(root, 'node_modules'))) {
  console.error('Nothing is installed yet: run "npm ci" first.');
  process.exitCode = 1;
} else if (!(await withBuildLock(build))) {
  console.error('The build failed: see above.');
  process.exitCode = 1;
}
