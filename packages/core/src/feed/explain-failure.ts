import type {FeedEnvironment} from './environment.js';
import {FeedError} from './feed-error.js';
import {watch} from './watch.js';

/** Milliseconds that a server gets to show that it is alive. */
const PROBE_WAIT = 5_000;
/** Milliseconds that a browser gets to report a violation after the request failed. */
const REPORT_WAIT = 50;

/**
 * A request that failed without an answer says only "TypeError", on purpose. The webmaster deserves
 * better: the page's own policy, a server that does not allow other sites, or nobody there. Asks the
 * server once more, without wanting to read its answer.
 */
export async function explainFailure(
  failure: FeedError,
  url: string,
  environment: FeedEnvironment,
  signal?: AbortSignal,
): Promise<FeedError> {
  const {origin} = new URL(url);
  const violations: SecurityPolicyViolationEvent[] = [];
  const listen = (event: SecurityPolicyViolationEvent): unknown => violations.push(event);
  // The policy is asked again by the probe, whose violation is reported while we listen.
  document.addEventListener('securitypolicyviolation', listen);
  const answer = await probe(url, environment, signal);
  if (!answer) await new Promise(resolve => setTimeout(resolve, REPORT_WAIT));
  document.removeEventListener('securitypolicyviolation', listen);
  if (signal?.aborted) throw signal.reason;
  const forbidden = violations.some(
    ({disposition, effectiveDirective, blockedURI}) =>
      // a policy that only reports forbids nothing
      disposition === 'enforce' &&
      effectiveDirective === 'connect-src' &&
      blockedURI.startsWith(origin),
  );
  if (forbidden) {
    return new FeedError(
      'refused-csp',
      `This page's Content-Security-Policy forbids ${url}: add ${origin} to connect-src.`,
    );
  }
  // opaque: from another site, perhaps after a redirect, and not ours to read
  if (answer?.type === 'opaque') {
    return new FeedError(
      'refused-cors',
      `${url} does not allow other sites to read it: its server must send Access-Control-Allow-Origin, also on errors such as 404.`,
    );
  }
  return failure;
}

/** An answer that we may not read still tells that somebody answered. */
async function probe(
  url: string,
  environment: FeedEnvironment,
  outer?: AbortSignal,
): Promise<Response | undefined> {
  const {signal, end} = watch(PROBE_WAIT, outer);
  try {
    return await environment.fetch(url, {
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      signal,
    });
  } catch {
    return undefined;
  } finally {
    end();
  }
}
