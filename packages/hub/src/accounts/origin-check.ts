import type {FastifyRequest} from 'fastify';
import type {HubConfig} from '../config/hub-config.js';
import {HubProblem} from '../http/problem.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that another site made a browser send: the cookie alone proves nothing. Browsers send
 * `Origin` with every write, which is that of the hub or of the very host that is asked (a machine of
 * one's own has several names; without https where the hub has it, anybody on the way may be that host);
 * where a page without referrer makes it `null`, `Sec-Fetch-Site` tells.
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
  const own = new URL(config.publicUrl);
  if (origin === own.origin) return;
  if (headers.host !== undefined && origin === `${own.protocol}//${headers.host}`) return;
  const isOpaque = origin === undefined || origin === 'null';
  if (isOpaque && headers['sec-fetch-site'] === 'same-origin') return;
  throw new HubProblem('forbidden');
}
