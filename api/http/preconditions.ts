import type { Asked } from './endpoint';
import { Problem } from './errors';

/** Names no version of anything: versions count from 1. */
const noVersion = 0;

/** The version of a resource as a strong entity tag. */
export function etag(version: number): { readonly etag: string } {
  return { etag: `"${version}"` };
}

/**
 * The version that If-Match names; undefined where the caller does not mind. Of several tags the current one counts. A
 * tag that is none of ours matches nothing, as a weak one does.
 */
export function seenVersion(asked: Pick<Asked, 'header'>, current: number): number | undefined {
  const given = asked.header('if-match')?.trim();
  if (given === undefined || given === '*') return undefined;
  const tags = given.split(',').map((tag) => /^\s*"(\d{1,15})"\s*$/.exec(tag)?.[1]);
  const versions = tags.filter((tag) => tag !== undefined).map(Number);
  return versions.includes(current) ? current : (versions[0] ?? noVersion);
}

/** The same, where a change without it could undo what somebody else wrote a moment ago. */
export function requiredVersion(asked: Pick<Asked, 'header'>, current: number): number {
  if (asked.header('if-match') === undefined) {
    throw new Problem('preconditionRequired', 'Read it first, and send its ETag as If-Match.');
  }
  return seenVersion(asked, current) ?? current;
}
