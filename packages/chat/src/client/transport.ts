import {toJson} from '@local-widgets/model';
import type {Problem} from '@local-widgets/model/schemas.js';
import {ChatError} from './chat-error.js';

/** One question to the hub. */
export interface Call {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below `/v1/`, such as `rooms/halles`. */
  readonly path: string;
  /** Sent as JSON; a `Blob` as it is. */
  readonly body?: unknown;
  /** Of the visitor. */
  readonly secret?: string | undefined;
  /** Milliseconds without an answer after which it counts as lost. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
}

/** The way to a hub. */
export interface Transport {
  /**
   * The answer's JSON; undefined of an empty one.
   *
   * @throws ChatError for every other answer than 2xx, and for none
   */
  ask(call: Call): Promise<unknown>;
  /** @throws ChatError as `ask` does */
  bytes(call: Call): Promise<Blob>;
  /**
   * Opens the stream after what a cursor knows.
   *
   * @throws ChatError as `ask` does
   */
  stream(
    cursor: string,
    secret: string,
    signal: AbortSignal,
  ): Promise<ReadableStreamDefaultReader<Uint8Array>>;
}

export interface TransportNeeds {
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

const PATIENCE = 20_000;

/** HTTP, without cookies and without telling which page asks beyond its origin. */
export function hubTransport(hub: string, {fetch, sleep}: TransportNeeds): Transport {
  const send = async (
    path: string,
    {secret, ...init}: RequestInit & {readonly secret?: string | undefined},
  ): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (secret) headers.set('authorization', `Bearer ${secret}`);
    let response: Response;
    try {
      response = await fetch(`${hub}/v1/${path}`, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        ...init,
        headers,
      });
    } catch (error) {
      throw new ChatError('unreachable', `${path}: ${String(error)}`);
    }
    if (!response.ok) throw await refusal(path, response);
    return response;
  };

  /** What an answer holds, unless it takes too long or stops on its way. */
  const within = async <T>(call: Call, read: (response: Response) => Promise<T>): Promise<T> => {
    const {method = 'GET', path, body, secret, patience = PATIENCE, signal} = call;
    const late = new AbortController();
    const stop = (): void => late.abort();
    signal?.addEventListener('abort', stop);
    const done = new AbortController();
    void sleep(patience, done.signal).then(stop);
    try {
      const isPlain = body === undefined || body instanceof Blob;
      const init = {
        method,
        secret,
        signal: late.signal,
        ...(body !== undefined && {body: isPlain ? body : toJson(body)}),
        headers: isPlain ? {} : {'content-type': 'application/json'},
      };
      return await Promise.race([send(path, init).then(read), given(late.signal, path)]);
    } catch (error) {
      if (error instanceof ChatError) throw error;
      throw new ChatError('unreachable', `${path}: ${String(error)}`);
    } finally {
      done.abort();
      signal?.removeEventListener('abort', stop);
    }
  };

  return {
    ask: call =>
      within(call, async response => {
        const text = await response.text();
        return text ? (JSON.parse(text) as unknown) : undefined;
      }),
    bytes: call => within(call, response => response.blob()),
    stream: async (cursor, secret, signal) => {
      const headers = {
        accept: 'text/event-stream',
        ...(cursor && {'last-event-id': cursor}),
      };
      const {body} = await send('events', {secret, signal, headers});
      if (!body) throw new ChatError('unreachable', 'events: no stream');
      return body.getReader();
    },
  };
}

/** Rejects once the signal is aborted: some networks answer an abort as late as anything else. */
function given(signal: AbortSignal, path: string): Promise<never> {
  return new Promise((_, reject) => {
    const give = (): void => reject(new ChatError('unreachable', `${path}: no answer`));
    if (signal.aborted) give();
    else signal.addEventListener('abort', give);
  });
}

async function refusal(path: string, response: Response): Promise<ChatError> {
  const {status, headers} = response;
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const code = problem.code ?? (status === 404 ? 'not-found' : 'internal');
  const retryAfter = Number(headers.get('retry-after')) || 0;
  const reason = problem.detail ?? problem.title ?? code;
  return new ChatError(code, `${path}: ${status} ${reason}`, status, retryAfter, problem.fields);
}
