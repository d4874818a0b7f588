import {FeedError} from './feed-error.js';

/** Milliseconds given to the browser to report a violation, and to a server to show it is alive. */
const REPORT_WAIT = 50;
const PROBE_WAIT = 5_000;

/** Whether this page's own policy forbade a request; the report arrives just after the failure. */
function forbiddenByPolicy(url: string): Promise<boolean> {
  const origin = new URL(url).origin;
  return new Promise(resolve => {
    const settle = (found: boolean): void => {
      document.removeEventListener('securitypolicyviolation', listen);
      resolve(found);
    };
    const listen = (event: SecurityPolicyViolationEvent): void => {
      if (event.effectiveDirective === 'connect-src' && event.blockedURI.startsWith(origin)) {
        settle(true);
      }
    };
    document.addEventListener('securitypolicyviolation', listen);
    setTimeout(() => settle(false), REPORT_WAIT);
  });
}

/** A request whose answer we may not read still tells whether somebody answered. */
async function answersAtAll(url: string, fetcher: typeof fetch): Promise<boolean> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PROBE_WAIT);
  try {
    await fetcher(url, {mode: 'no-cors', credentials: 'omit', signal: controller.signal});
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

/**
 * A failed fetch says only "TypeError", on purpose. The webmaster deserves better: no network, the
 * page's own policy, a server that does not allow other sites, or nobody there.
 */
export async function explainNetworkFailure(
  url: string,
  cause: unknown,
  fetcher: typeof fetch,
): Promise<FeedError> {
  if (!navigator.onLine) return new FeedError('offline', `No network; ${url} was not loaded.`);
  const foreign = new URL(url).origin !== location.origin;
  // The policy is asked again by the probe, whose violation is reported while we listen.
  const forbidden = forbiddenByPolicy(url);
  const alive = await answersAtAll(url, fetcher);
  if (await forbidden) {
    return new FeedError(
      'refused-csp',
      `This page's Content-Security-Policy forbids ${url}: add ${new URL(url).origin} to connect-src.`,
    );
  }
  if (foreign && alive) {
    return new FeedError(
      'refused-cors',
      `${url} does not allow other sites to read it: its server must send Access-Control-Allow-Origin.`,
    );
  }
  const said = cause instanceof Error ? cause.message : String(cause);
  return new FeedError('unreachable', `${url} could not be reached (${said}).`);
}
