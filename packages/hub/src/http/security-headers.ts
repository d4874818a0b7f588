import type {FastifyHelmetOptions} from '@fastify/helmet';
import type {HubConfig} from '../config/hub-config.js';

/**
 * For every answer. Pages of the hub load what the hub itself serves, and pictures of products; no
 * script, style or frame from elsewhere, nothing inline. Addresses of orders are secrets: no referrer.
 */
export function helmetOptions({publicUrl}: Pick<HubConfig, 'publicUrl'>): FastifyHelmetOptions {
  const isHttps = publicUrl.startsWith('https:');
  return {
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
  };
}
