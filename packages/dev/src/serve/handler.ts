import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {sendNotFound} from './send.js';

/** Answers a request and returns true, or returns false for the next one to try. */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => boolean | Promise<boolean>;

/** Tries the handlers in order; what none answers is a 404, what throws is a 500. */
export function listener(handlers: readonly Handler[]): RequestListener {
  return (request, response) => {
    void handle(handlers, request, response);
  };
}

/** The part of Koa's context that `koaMiddleware` uses. */
interface KoaContext {
  req: IncomingMessage;
  res: ServerResponse;
  respond?: boolean | undefined;
  status: number;
}

/** The handlers as middleware of the test runner's server; what none answers goes on to it. */
export function koaMiddleware(handlers: readonly Handler[]) {
  return async (context: KoaContext, next: () => Promise<unknown>): Promise<void> => {
    const url = requestUrl(context.req);
    for (const handler of handlers) {
      if (url && (await handler(context.req, context.res, url))) {
        // The response is the handler's, also while it is still being sent.
        context.respond = false;
        return;
      }
    }
    await next();
  };
}

async function handle(
  handlers: readonly Handler[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const url = requestUrl(request);
    for (const handler of handlers) {
      if (url && (await handler(request, response, url))) return;
    }
    sendNotFound(request, response);
  } catch (error) {
    if (!response.headersSent) response.writeHead(500, {'content-type': 'text/plain'});
    response.end(String(error));
  }
}

/** Undefined for a request line that is no URL, such as `//`. */
function requestUrl(request: IncomingMessage): URL | undefined {
  const base = `http://${request.headers.host ?? 'localhost'}`;
  return URL.parse(base + (request.url ?? '/')) ?? undefined;
}
