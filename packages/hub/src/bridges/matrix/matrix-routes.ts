import {timingSafeEqual} from 'node:crypto';
import type {FastifyPluginAsync, FastifyRequest} from 'fastify';
import type {Access} from '../../access/access.js';
import {sha256Hex} from '../../chance-and-clock.js';
import {loadRoom} from '../../chat/rooms/load-room.js';
import type {HubContext} from '../../context.js';
import {errorFacts} from '../../outbox/error-facts.js';
import {messageNamed, nameMessage} from '../inbound/bridge-messages.js';
import {MatrixClient} from './client.js';
import type {MatrixEvent} from './events.js';
import {roomOf} from './matrix-options.js';
import type {MatrixOptions} from './matrix-options.js';
import {matrixTokens} from './registration.js';
import {register} from './remote-room.js';
import {takeEphemeral, takeEvent} from './take-events.js';

/** Bytes of a transaction; homeservers put at most 100 events of 64 kB into one. */
const BODY_LIMIT = 8_000_000;

/** Errors that are mistakes of our own, and come again with the same event. */
const OURS = [TypeError, RangeError, ReferenceError, SyntaxError];

/** An answer as the API has it. */
class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

interface Transaction {
  events?: MatrixEvent[];
  ephemeral?: MatrixEvent[];
  'de.sorunome.msc2409.ephemeral'?: MatrixEvent[];
}

/** What a homeserver asks and tells an application service (Matrix application service API). */
export function matrixRoutes(context: HubContext, options: MatrixOptions): FastifyPluginAsync {
  return async app => {
    const tokens = await matrixTokens(context.chat);
    const homeserverOnly: Access = {
      who: 'server',
      named: 'the Matrix homeserver',
      check: request => requireToken(request, tokens.homeserver),
    };
    const ending = new AbortController();
    const {homeserver} = options;
    const client = new MatrixClient({
      homeserver,
      token: tokens.appService,
      signal: ending.signal,
    });
    app.addHook('onClose', (_app, done) => {
      ending.abort();
      done();
    });
    app.setErrorHandler((error: Error, request, reply) => {
      const {status, code} = apiErrorOf(error);
      if (status >= 500) {
        request.log.warn({bridge: 'matrix', error: errorFacts(error)}, 'A transaction waits.');
      }
      return reply.code(status).send({errcode: code, error: code});
    });
    app.setNotFoundHandler(() => {
      throw new ApiError(404, 'M_UNRECOGNIZED');
    });

    app.put<{Params: {txnId: string}; Body: Transaction | null}>(
      '/transactions/:txnId',
      {
        bodyLimit: BODY_LIMIT,
        config: {access: homeserverOnly, rateLimit: false},
        schema: {hide: true},
      },
      async request => {
        const remoteId = `transaction ${request.params.txnId}`;
        if (await messageNamed(context.db, 'matrix', remoteId)) return {};
        const {events = [], ephemeral, ...body} = request.body ?? {};
        const seen = ephemeral ?? body['de.sorunome.msc2409.ephemeral'] ?? [];
        if (!Array.isArray(events) || !Array.isArray(seen)) throw new ApiError(400, 'M_BAD_JSON');
        for (const event of events) {
          await orPassOver(() => takeEvent({context, client, options}, event));
        }
        for (const event of seen) await orPassOver(() => takeEphemeral({context}, event));
        const at = context.clock.now();
        await nameMessage(context.db, {
          ...{bridge: 'matrix', remoteId, room: null, message: null, direction: 'in', at},
        });
        return {};
      },
    );

    app.get<{Params: {userId: string}}>(
      '/users/:userId',
      {config: {access: homeserverOnly, rateLimit: false}, schema: {hide: true}},
      async request => {
        const room = await known(request.params.userId);
        await register(client, options, room);
        return {};
      },
    );

    app.get<{Params: {alias: string}}>(
      '/rooms/:alias',
      {config: {access: homeserverOnly, rateLimit: false}, schema: {hide: true}},
      async request => {
        // rooms are made with the first message: one that is not there is not to be made by asking
        await known(request.params.alias);
        throw new ApiError(404, 'M_NOT_FOUND');
      },
    );

    app.post(
      '/ping',
      {config: {access: homeserverOnly, rateLimit: false}, schema: {hide: true}},
      () => ({}),
    );

    /**
     * What may succeed later is left to the homeserver to bring again. An event that meets a mistake of ours
     * would come for ever, and all that follows would wait for it.
     */
    async function orPassOver(take: () => Promise<void>): Promise<void> {
      try {
        await take();
      } catch (error) {
        if (!OURS.some(kind => error instanceof kind)) throw error;
        context.log.error(
          {bridge: 'matrix', error: errorFacts(error)},
          'An event was passed over.',
        );
      }
    }

    /** The conversation of a user or alias. @throws ApiError when there is none */
    async function known(name: string): Promise<string> {
      const id = roomOf(options, name);
      const room = id === undefined ? undefined : await loadRoom(context.db, id);
      if (room?.row.kind !== 'conversation' || room.row.erased_at !== null) {
        throw new ApiError(404, 'M_NOT_FOUND');
      }
      return room.row.id;
    }
  };
}

/** As a header since Matrix 1.4, in the address before. @throws ApiError */
function requireToken({headers, query}: FastifyRequest, token: string): void {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const given = bearer ?? (query as {access_token?: unknown}).access_token;
  if (typeof given !== 'string') throw new ApiError(401, 'M_UNAUTHORIZED');
  const [one, other] = [given, token].map(text => Buffer.from(sha256Hex(text)));
  if (!timingSafeEqual(one!, other!)) throw new ApiError(403, 'M_FORBIDDEN');
}

function apiErrorOf(error: Error): {status: number; code: string} {
  if (error instanceof ApiError) return error;
  const status = (error as {statusCode?: unknown}).statusCode;
  const isTheirs = typeof status === 'number' && status >= 400 && status < 500;
  // the homeserver keeps what was not taken, and comes again
  return isTheirs ? {status, code: 'M_BAD_JSON'} : {status: 503, code: 'M_UNKNOWN'};
}
