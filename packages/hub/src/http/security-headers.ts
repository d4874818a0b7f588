import type {onRequestHookHandler} from 'fastify';
import helmet from 'helmet';
import type {HubConfig} from '../config/hub-config.js';

/**
 * For every answer. Pages of the hub load what the hub itself serves, and pictures of products; no
 * script, style or frame from elsewhere, nothing inline. Addresses of orders are secrets: no referrer.
 */
export function securityHeaders({publicUrl}: Pick<HubConfig, 'publicUrl'>): onRequestHookHandler {
  const isHttps = publicUrl.startsWith('https:');
  // once, and not for each request, as Fastify's plugin for Helmet does: it checks and joins the policy
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'https:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['lit-html'],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: {policy: 'no-referrer'},
    strictTransportSecurity: isHttps && {maxAge: 31_536_000},
    // pages may be framed by nobody, which the policy above says to all browsers of today
    xFrameOptions: {action: 'deny'},
  });
  return ({raw}, reply, next) => set(raw, reply.raw, next as (error?: unknown) => void);
}
