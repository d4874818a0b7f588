import {NotConnected, TryLater} from '../bridge.js';

/** An answer of the homeserver that is no success, and that trying again does not change. */
export class MatrixError extends Error {
  override readonly name = 'MatrixError';

  constructor(
    readonly status: number,
    /** `M_FORBIDDEN` …; empty when there was none. */
    readonly code: string,
  ) {
    super(`The homeserver answered ${status}${code && ` (${code})`}.`);
  }
}

export interface MatrixClientOptions {
  homeserver: string;
  token: string;
  /** Ends all requests. */
  signal: AbortSignal;
  fetch?: typeof fetch;
}

interface Call {
  method: 'GET' | 'POST' | 'PUT';
  /** Below `/_matrix`, each part of it encoded. */
  path: string;
  /** As which user of the application service. */
  user?: string | undefined;
  body?: object | Uint8Array | undefined;
  /** Of a body that is no JSON. */
  type?: string;
}

/** Milliseconds for one request, and for one that carries a file. */
const PATIENCE = 20_000;
const PATIENCE_FOR_FILES = 60_000;
/** Bytes of an answer. */
const MOST_JSON = 1_000_000;

/** `…/rooms/!a:b/…`, encoded part by part. */
export const matrixPath = (strings: TemplateStringsArray, ...parts: string[]) =>
  strings.reduce((path, string, at) => path + encodeURIComponent(parts[at - 1] ?? '') + string);

/** The client-server API of Matrix, as an application service uses it: as any of its users. */
export class MatrixClient {
  readonly #options: Required<MatrixClientOptions>;

  constructor(options: MatrixClientOptions) {
    this.#options = {fetch: globalThis.fetch, ...options};
  }

  /**
   * @throws MatrixError; TryLater when the homeserver wants to be asked later; NotConnected when it gives
   *   no answer, or does not work
   */
  async call(call: Call): Promise<Record<string, unknown>> {
    const answer = await this.#send(call, PATIENCE);
    const body = parse((await readLimited(answer, MOST_JSON))?.toString() ?? '');
    if (answer.ok) return body;
    throw failureOf(answer, body);
  }

  /** @throws as `call`, and MatrixError 413 for a file that is larger */
  async download(path: string, mostBytes: number): Promise<Uint8Array> {
    const answer = await this.#send({method: 'GET', path}, PATIENCE_FOR_FILES);
    if (!answer.ok) throw failureOf(answer, {});
    const bytes = await readLimited(answer, mostBytes);
    if (!bytes) throw new MatrixError(413, 'M_TOO_LARGE');
    return bytes;
  }

  async #send(call: Call, patience: number): Promise<Response> {
    const {homeserver, token, signal, fetch: ask} = this.#options;
    const {method, path, user, body, type = 'application/json'} = call;
    const url = new URL(`${homeserver}/_matrix${path}`);
    if (user !== undefined) url.searchParams.set('user_id', user);
    try {
      return await ask(url, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && {'content-type': type}),
        },
        ...(body !== undefined && {
          body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
        }),
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      });
    } catch (error) {
      const {cause} = error as {cause?: {code?: string}};
      const reason = cause?.code ?? (error as Error).name;
      throw new NotConnected(`The homeserver cannot be reached (${reason}).`, {cause: error});
    }
  }
}

function failureOf(answer: Response, body: Record<string, unknown>): Error {
  const {status} = answer;
  const code = typeof body['errcode'] === 'string' ? body['errcode'] : '';
  if (status === 429 || code === 'M_LIMIT_EXCEEDED') {
    const seconds = Number(answer.headers.get('retry-after') ?? NaN);
    const told = Number(body['retry_after_ms'] ?? NaN);
    const wait = [seconds * 1000, told, 1000].find(Number.isFinite);
    return new TryLater('The homeserver wants to be asked later.', wait);
  }
  if (status >= 500) return new NotConnected(`The homeserver does not work (${status}).`);
  if (status === 401)
    return new NotConnected('The homeserver does not know the hub’s registration.');
  return new MatrixError(status, code);
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** `undefined` when there is more of it. */
async function readLimited(answer: Response, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of answer.body ?? []) {
      const bytes = chunk as Uint8Array;
      length += bytes.length;
      if (length > most) return undefined;
      chunks.push(bytes);
    }
  } catch (error) {
    throw new NotConnected('The answer of the homeserver broke off.', {cause: error});
  }
  return Buffer.concat(chunks);
}
