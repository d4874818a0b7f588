import {HubProblem} from '../http/problem.js';

/** The ETag of something that is changed by version (RFC 9110, 8.8.3). */
export const versionTag = (version: number): string => `"${version}"`;

/**
 * Lets a change pass that was made from what is there now: `If-Match` names its version (RFC 9110, 13.1.1).
 *
 * @param current undefined when there is nothing yet
 * @throws HubProblem `version-missing` without the header, `version-changed` when it names another
 */
export function requireVersion(header: string | undefined, current: number | undefined): void {
  if (current === undefined) {
    if (header !== undefined) throw new HubProblem('version-changed');
    return;
  }
  if (header === undefined) throw new HubProblem('version-missing');
  const isNamed = header.split(',').some(tag => ['*', versionTag(current)].includes(tag.trim()));
  if (!isNamed) throw new HubProblem('version-changed');
}
