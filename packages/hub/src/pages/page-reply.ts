import type {FastifyReply} from 'fastify';
import type {Markup} from './html.js';

/** No script at all; our style sheet; forms to ourselves; in nobody's frame. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";

/** As above, and photographs from anywhere on the web, which whoever wrote the event chose. */
const EVENT_POLICY = PAGE_POLICY.replace("img-src 'self'", "img-src 'self' https:");

/** The console's files of this server; photographs of products from anywhere on the web. */
const DESK_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data: blob:; " +
  "connect-src 'self'; media-src 'self' data: blob:; font-src 'self'; form-action 'self'; " +
  "manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html local-widgets";

export interface PageOptions {
  status?: number;
  /** Whether a copy may be kept and found: pages without a secret in their address. */
  isPublic?: boolean;
  isDesk?: boolean;
  /** Whether it shows photographs of other sites. */
  hasPhotographs?: boolean;
  /**
   * `no-referrer` unless told. It also hides the origin of forms, which those that set a cookie need:
   * they take `same-origin`.
   */
  referrer?: 'no-referrer' | 'same-origin';
}

export function sendPage(reply: FastifyReply, page: Markup, options: PageOptions = {}) {
  const {status = 200, isPublic = false, referrer = 'no-referrer'} = options;
  const {isDesk = false, hasPhotographs = false} = options;
  const pagePolicy = hasPhotographs ? EVENT_POLICY : PAGE_POLICY;
  if (!isPublic) reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', isDesk ? DESK_POLICY : pagePolicy)
    .header('referrer-policy', referrer)
    .header('vary', 'Accept-Language')
    .send(`${page.toString().trimStart()}\n`);
}
