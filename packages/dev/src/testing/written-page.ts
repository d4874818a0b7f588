import type {Handler} from '../serve/handler.js';
import {send} from '../serve/send.js';

/**
 * `/__page/written/?html=…&csp=…&permissions=…`: a page that a test wrote, with headers of its own, for what a
 * page without an address or headers cannot show.
 */
export const writtenPage: Handler = (request, response, url) => {
  if (url.pathname !== '/__page/written/') return false;
  const query = url.searchParams;
  const headers: Record<string, string> = {};
  const csp = query.get('csp');
  if (csp !== null) headers['content-security-policy'] = csp;
  const permissions = query.get('permissions');
  if (permissions !== null) headers['permissions-policy'] = permissions;
  send(request, response, {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="fr"><head><title>Page</title></head><body>${query.get('html')}</body></html>`,
    policy: {csp: false, trustedTypes: 'off'},
    headers,
  });
  return true;
};
