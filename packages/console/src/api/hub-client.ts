import type {DeskEnvironment} from '../environment.js';
import {HubError, hubErrorOf} from './hub-error.js';

/** Milliseconds without an answer after which a request counts as failed. */
const PATIENCE = 20_000;

export interface HubClientOptions {
  /** Address of the hub; empty for the page's own. */
  readonly hub: () => string;
  /** In which language the hub answers. */
  readonly language: () => string;
  readonly environment: () => DeskEnvironment;
}

export interface HubRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; text and bytes go as they are, with `type`. */
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Milliseconds without an answer after which it counts as failed, where the usual ones are too few. */
  readonly patience?: number;
}

/** Asks the hub, with the session's cookie; answers are JSON, failures are `HubError`. */
export class HubClient {
  constructor(private readonly options: HubClientOptions) {}

  /**
   * One request and its JSON answer; `undefined` for an answer without content.
   *
   * @throws HubError for everything that is not a success.
   */
  async ask<T>(path: string, request: HubRequest = {}): Promise<T> {
    const {signal, done} = patience(request.signal, request.patience);
    try {
      const response = await this.send(path, {...request, signal});
      const text = await response.text();
      return (text === '' ? undefined : JSON.parse(text)) as T;
    } catch (error) {
      throw this.errorOf(error, signal);
    } finally {
      done();
    }
  }

  /** The same path as an address for the page: of pictures. */
  addressOf(path: string): string {
    return this.options.hub().replace(/\/$/, '') + path;
  }

  /**
   * An answer that goes on: its body is read as it comes, until the signal is aborted.
   *
   * @param within milliseconds in which it has to begin
   * @throws HubError when there is none.
   */
  async open(
    path: string,
    headers: Record<string, string>,
    stop: AbortSignal,
    within = PATIENCE,
  ): Promise<Response> {
    const {signal, done} = patience(stop, within);
    try {
      return await this.send(path, {headers, signal});
    } catch (error) {
      throw this.errorOf(error, signal);
    } finally {
      // from the first line on, the one who reads watches over the silence
      done();
    }
  }

  private async send(
    path: string,
    {method = 'GET', body, type, headers, signal}: HubRequest,
  ): Promise<Response> {
    const {hub, language, environment} = this.options;
    const content = body === undefined ? {} : {'content-type': type ?? 'application/json'};
    const response = await environment().fetch(this.addressOf(path), {
      method,
      headers: {accept: 'application/json', 'accept-language': language(), ...content, ...headers},
      credentials: hub() ? 'include' : 'same-origin',
      cache: 'no-store',
      ...(body !== undefined && {body: type ? (body as BodyInit) : JSON.stringify(body)}),
      ...(signal && {signal}),
    });
    if (!response.ok) throw await hubErrorOf(response);
    return response;
  }

  private errorOf(error: unknown, signal: AbortSignal): unknown {
    if (error instanceof HubError) return error;
    if (error instanceof SyntaxError) return new HubError('unreadable');
    if (signal.aborted) return signal.reason === TOO_LATE ? new HubError('timeout') : error;
    return new HubError(navigator.onLine ? 'unreachable' : 'offline');
  }
}

const TOO_LATE = 'too late';

/** A signal that also aborts when nothing came for long. */
function patience(outer?: AbortSignal, within = PATIENCE): {signal: AbortSignal; done: () => void} {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(TOO_LATE), within);
  const stop = (): void => controller.abort(outer?.reason);
  if (outer?.aborted) stop();
  outer?.addEventListener('abort', stop);
  return {signal: controller.signal, done: () => clearTimeout(timer)};
}
