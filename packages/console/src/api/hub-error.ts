import type {Problem, ProblemCode} from '@local-widgets/model/schemas.js';

/** What the hub answered, or why there was no answer that can be read. */
export type HubErrorCode = ProblemCode | 'offline' | 'unreachable' | 'timeout' | 'unreadable';

/** A request to the hub that failed. The sentence for people comes from the hub, or from our own words. */
export class HubError extends Error {
  override readonly name = 'HubError';

  constructor(
    readonly code: HubErrorCode,
    /** HTTP status; 0 without an answer. */
    readonly status = 0,
    readonly problem?: Partial<Problem>,
    /** Milliseconds that the hub wants to be left alone (`Retry-After`). */
    readonly retryAfter?: number,
  ) {
    super(`${code} (${status})`);
  }

  /** Whether the same request may well succeed later: the network or the hub was at fault. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Reads an answer that is not a success: `application/problem+json`, or what a proxy says instead. */
export async function hubErrorOf(response: Response): Promise<HubError> {
  const {status} = response;
  let problem: Partial<Problem> | undefined;
  try {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null) problem = body;
  } catch {
    // no JSON: a proxy's page
  }
  const code = problem?.code ?? codeOfStatus(status);
  return new HubError(code, status, problem, patienceIn(response.headers));
}

/** Seconds alone are read: the hub writes them, and a date would want a clock that agrees with its own. */
function patienceIn(headers: Headers): number | undefined {
  const [seconds] = /^\d{1,5}$/.exec(headers.get('retry-after') ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

function codeOfStatus(status: number): HubErrorCode {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many-requests';
  return status >= 500 ? 'unavailable' : 'unreadable';
}
