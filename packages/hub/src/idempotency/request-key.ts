import {sha256Hex} from '../chance-and-clock.js';
import {HubProblem, invalidField} from '../http/problem.js';
import {words} from '../text/words.js';

/** Printable ASCII without quotes and spaces, as UUIDs are; the draft's quotes around it may be there. */
const KEY = /^"?([!#-~]{8,255})"?$/;

/**
 * The value of `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07): made by who orders,
 * before the first attempt, and the same in each.
 *
 * @throws HubProblem `idempotency-key-missing` without one, `invalid` when it is too short to be unique
 */
export function requestKey(header: string | string[] | undefined): string {
  const value = Array.isArray(header) ? header[0] : header;
  if (!value?.trim()) throw new HubProblem('idempotency-key-missing');
  const key = KEY.exec(value.trim())?.[1];
  if (key === undefined) throw invalidField('', language => words(language).badIdempotencyKey);
  return key;
}

/** SHA-256 of a body, in hexadecimal: the same whatever the order of its fields. */
export function bodyHash(body: unknown): string {
  return sha256Hex(canonical(body));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
