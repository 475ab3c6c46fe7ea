import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of package.json, whether this file runs compiled from dist/ or straight from source in a test. */
export const projectRoot = ((): string => {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
})();

/** The compiled form of a source file, such as `worker.js`; always the one in dist/. */
export function builtFile(relativePath: string): string {
  return path.join(projectRoot, 'dist', relativePath);
}
