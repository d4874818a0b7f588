import type {Socket} from 'node:net';
import fastify, {LogController} from 'fastify';
import type {FastifyInstance} from 'fastify';
import type {TypeBoxTypeProvider} from '@fastify/type-provider-typebox';
import type {Clock} from '../chance-and-clock.js';
import type {HubConfig} from '../config/hub-config.js';
import {loggerOptions} from '../log/logger-options.js';
import {answerProblems} from './error-handler.js';
import {validatorCompiler} from './validation.js';

export type HubServer = FastifyInstance;

/** Bytes of a body, unless a route takes more: an order is far smaller. */
const BODY_LIMIT = 64 * 1024;
/** Milliseconds in which a request must have come in whole. */
const REQUEST_TIMEOUT = 30_000;

/**
 * Given as factories, Fastify's own compilers are not even loaded, with all of Ajv. What a route answers is typed; its
 * schema describes it, and must not drop what it does not know.
 */
const COMPILERS = {
  // the types know Ajv's schemas alone
  buildValidator: () => validatorCompiler as never,
  buildSerializer: () => () => (data: unknown) => JSON.stringify(data),
};

/** Where the lines of the log go. */
export interface LogWriter {
  write(line: string): void;
}

/**
 * The server without its routes; its log is there from the start.
 *
 * @param logTo standard output unless told
 */
export function createServer(config: HubConfig, clock: Clock, logTo?: LogWriter): HubServer {
  const app = fastify({
    logger: {...loggerOptions(config, clock), ...(logTo && {stream: logTo})},
    // one line of our own a request, when it is over
    logController: new LogController({disableRequestLogging: true}),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    trustProxy: config.trustsProxy,
    forceCloseConnections: 'idle',
    routerOptions: {maxParamLength: 200},
    schemaController: {compilersFactory: COMPILERS},
  }).withTypeProvider<TypeBoxTypeProvider>();
  answerProblems(app);
  closeUnused(app);
  refuseUnguarded(app);
  return app;
}

/** A server with a route whose rule nobody holds does not start, wherever the route came from. */
function refuseUnguarded(app: HubServer): void {
  const names: string[] = [];
  app.addHook('onRoute', ({method, url}) => {
    names.push(...[method].flat().map(each => `${each} ${url}`));
  });
  app.addHook('onReady', done => {
    const held = new Set(app.ruledRoutes?.map(({method, url}) => `${method} ${url}`));
    const open = names.find(name => !held.has(name));
    done(open === undefined ? undefined : new Error(`Nobody holds who may use ${open}.`));
  });
}

/**
 * Browsers open connections ahead of what they may ask. Node takes one that has asked nothing yet for busy
 * (`closeIdleConnections` leaves it), and stopping would wait for it until the request times out.
 */
function closeUnused(app: HubServer): void {
  const unused = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({socket}) => unused.delete(socket));
  app.addHook('preClose', done => {
    for (const socket of unused) socket.destroy();
    done();
  });
}
