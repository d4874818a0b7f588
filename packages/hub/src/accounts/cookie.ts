import type {FastifyReply, FastifyRequest} from 'fastify';
import type {HubConfig} from '../config/hub-config.js';

/** Days for which a session lasts after it was last used. */
export const SESSION_DAYS = 30;

/**
 * The name of the session's cookie. The prefix makes browsers refuse one that another host of the same
 * domain set (RFC 6265bis, 4.1.3.2); it needs https, which a hub on one's own machine does not have.
 */
export function cookieName(config: Pick<HubConfig, 'publicUrl'>): string {
  return isSecure(config) ? '__Host-local-hub' : 'local-hub';
}

function isSecure(config: Pick<HubConfig, 'publicUrl'>): boolean {
  return config.publicUrl.startsWith('https:');
}

/** The session's token of the request; `undefined` when there is none, or one that is none of ours. */
export function readSessionToken(
  config: Pick<HubConfig, 'publicUrl'>,
  request: FastifyRequest,
): string | undefined {
  const name = cookieName(config);
  for (const pair of request.headers.cookie?.split(';') ?? []) {
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1).trim();
    if (pair.slice(0, at).trim() === name && /^[\w-]{43}$/.test(value)) return value;
  }
  return undefined;
}

/** Sets the cookie, or takes it away when there is no token. */
export function writeSessionCookie(
  config: Pick<HubConfig, 'publicUrl'>,
  reply: Pick<FastifyReply, 'header'>,
  token: string | undefined,
): void {
  const parts = [
    `${cookieName(config)}=${token ?? ''}`,
    'Path=/',
    `Max-Age=${token === undefined ? 0 : SESSION_DAYS * 86_400}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure(config) ? ['Secure'] : []),
  ];
  reply.header('set-cookie', parts.join('; '));
}
