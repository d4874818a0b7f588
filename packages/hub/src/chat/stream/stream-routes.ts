import {visitor} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {NewsPage} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {NewsQuery} from '../chat-schemas.js';
import {requireSecretHash} from '../rooms/access.js';
import {pollNews} from './long-poll.js';
import {STREAM_HEADERS} from './sse.js';
import {StreamKeeper} from './stream-keeper.js';
import {checkVisitors, openVisitorStream} from './visitor-line.js';
import type {VisitorStream} from './visitor-line.js';

export interface ChatStreamOptions {
  /** Milliseconds between two comments of a line. */
  beatEvery?: number | undefined;
}

/** The live line of a visitor, and the long poll in its place. */
export function chatStreamRoutes(
  context: HubContext,
  {beatEvery}: ChatStreamOptions = {},
): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const keeper = new StreamKeeper<VisitorStream>({
      beatEvery,
      check: streams => checkVisitors(context.db, streams),
    });
    const stopping = new AbortController();
    app.addHook('preClose', closed => {
      stopping.abort();
      keeper.finish();
      closed();
    });

    app.get(
      '/v1/events',
      {
        config: {access: visitor},
        schema: {
          summary:
            'News of all rooms of a visitor, as server-sent events; with “wait”, as a long poll',
          querystring: NewsQuery,
          response: {200: NewsPage},
        },
        exposeHeadRoute: false,
      },
      async (request, reply) => {
        const keyHash = requireSecretHash(request);
        const {wait, after} = request.query;
        const header = request.headers['last-event-id'];
        const cursor = typeof header === 'string' ? header : after;
        if (wait !== undefined) {
          reply.header('cache-control', 'no-store');
          const signal = AbortSignal.any([request.signal, stopping.signal]);
          return pollNews(context, {keyHash, after: cursor, wait: wait * 1000, signal});
        }
        const stream = await openVisitorStream(context, keyHash, cursor);
        return reply.headers(STREAM_HEADERS).send(keeper.keep(stream) as never);
      },
    );
    done();
  };
}
