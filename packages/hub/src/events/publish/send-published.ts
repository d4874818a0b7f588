import type {FastifyReply, FastifyRequest} from 'fastify';
import {matchesTag} from '../../shops/shop-profile.js';

export interface PublishedFile {
  text: string;
  /** Strong ETag. */
  tag: string;
  /** Media type with its character set. */
  type: string;
  /** When what it tells of changed last. */
  changedAt: Date;
  /** Whether `changedAt` tells of all that can change: then `If-Modified-Since` is answered as well. */
  isDated?: boolean;
  /** Seconds for which it may be kept without asking again. */
  maxAge?: number;
}

/**
 * Sends what is published, or 304 when the one who asks has it (RFC 9110, section 13): by its tag, or by
 * its date where no tag is named.
 */
export function sendPublished(
  request: FastifyRequest,
  reply: FastifyReply,
  {text, tag, type, changedAt, isDated = false, maxAge}: PublishedFile,
): FastifyReply {
  const {'if-none-match': noneMatch, 'if-modified-since': since} = request.headers;
  reply
    .header('etag', tag)
    .header('last-modified', changedAt.toUTCString())
    .header('cache-control', maxAge === undefined ? 'no-cache' : `public, max-age=${maxAge}`);
  const isSame =
    noneMatch === undefined
      ? isDated && since !== undefined && isNotAfter(changedAt, since)
      : matchesTag(noneMatch, tag);
  if (isSame) return reply.code(304).send(null);
  // it is text already
  return reply.type(type).serializer(String).send(text);
}

/** The header knows whole seconds. */
const isNotAfter = (at: Date, header: string): boolean =>
  Math.floor(at.getTime() / 1000) * 1000 <= Date.parse(header);
