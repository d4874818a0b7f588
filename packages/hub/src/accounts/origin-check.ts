import type {FastifyRequest} from 'fastify';
import type {HubConfig} from '../config/hub-config.js';
import {HubProblem} from '../http/problem.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that another site made a browser send: the cookie alone proves nothing. Browsers send
 * `Origin` with every write, which is that of the hub or of the very host that is asked (a machine of
 * one's own has several names); where a page without referrer makes it `null`, `Sec-Fetch-Site` tells.
 *
 * @throws HubProblem `forbidden`
 */
export function checkOrigin(
  config: Pick<HubConfig, 'publicUrl'>,
  request: Pick<FastifyRequest, 'method' | 'headers'>,
): void {
  if (SAFE_METHODS.has(request.method)) return;
  const {headers} = request;
  const {origin} = headers;
  if (origin === new URL(config.publicUrl).origin) return;
  if (origin !== undefined && headers.host !== undefined && hostOf(origin) === headers.host) return;
  const isOpaque = origin === undefined || origin === 'null';
  if (isOpaque && headers['sec-fetch-site'] === 'same-origin') return;
  throw new HubProblem('forbidden');
}

/** Host and port of an origin; `undefined` of `null`. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
