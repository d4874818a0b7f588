import type {FastifyReply} from 'fastify';
import type {FrameOrigins} from './frame-origins.js';

/**
 * The policy of a frame's page: scripts and styles of this hub only, data from the sources that its address
 * names, photographs of products and events from anywhere on the web. Alone among the pages of the hub, it
 * may be framed by everybody: nobody is signed in on it, and nothing in it happens by one click.
 */
function framePolicy({connect, images}: FrameOrigins): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' https: data: blob:", ...images.filter(each => each.startsWith('http:'))],
    ["connect-src 'self'", ...connect],
    "font-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    'frame-ancestors *',
    "require-trusted-types-for 'script'",
    'trusted-types lit-html local-widgets',
  ]
    .map(each => [each].flat().join(' '))
    .join('; ');
}

/** What the page itself may use, once the page around allows it the same (`allow`). */
const PERMISSIONS = [
  'geolocation=(self)',
  'clipboard-write=(self)',
  'web-share=(self)',
  ...['camera', 'microphone', 'payment', 'usb', 'display-capture'].map(name => `${name}=()`),
].join(', ');

/** Headers of what is made to stand in the pages of others. */
export function frameHeaders(reply: FastifyReply, origins: FrameOrigins): FastifyReply {
  return (
    reply
      // older browsers would keep to this one, and it knows no list
      .removeHeader('x-frame-options')
      .header('content-security-policy', framePolicy(origins))
      .header('permissions-policy', PERMISSIONS)
      .header('cross-origin-resource-policy', 'cross-origin')
      // found through the pages that it stands in, not by its own address
      .header('x-robots-tag', 'noindex, indexifembedded')
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
  );
}
