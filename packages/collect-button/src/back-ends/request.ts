import type {CollectEnvironment} from '../environment.js';
import {toJson} from '@local-widgets/model';
import type {Problem} from '@local-widgets/model/schemas.js';
import {BackEndError} from './port.js';

/** Milliseconds without an answer after which a request counts as lost. */
const PATIENCE = 20_000;

/** An answer of 2xx, with its JSON. */
export interface Answer {
  readonly body: unknown;
  readonly headers: Headers;
}

/**
 * Asks for JSON without cookies and without telling which page asks beyond its origin.
 *
 * @throws BackEndError for every other answer than 2xx with JSON, and for none.
 */
export async function requestJson(
  fetch: CollectEnvironment['fetch'],
  url: string,
  init: RequestInit = {},
): Promise<Answer> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...init,
      signal: late.signal,
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw refusal(url, response, body);
    if (typeof body !== 'object' || !body) {
      throw new BackEndError('unreachable', `${url} answered without JSON.`, response.status);
    }
    return {body, headers: response.headers};
  } catch (error) {
    if (error instanceof BackEndError) throw error;
    throw new BackEndError('unreachable', `${url} could not be reached (${String(error)}).`);
  } finally {
    clearTimeout(timer);
  }
}

/** `POST` with a body of JSON. */
export function asJson(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...headers},
    body: toJson(body),
  };
}

function refusal(url: string, {status, headers}: Response, body: unknown): BackEndError {
  const problem = (body ?? {}) as Partial<Problem>;
  const code = problem.code ?? (status === 404 ? 'not-found' : 'internal');
  const reason = problem.detail ?? problem.title ?? code;
  const retryAfter = Number(headers.get('retry-after')) || 0;
  return new BackEndError(code, `${url}: HTTP ${status}, ${reason}`, status, problem, retryAfter);
}
