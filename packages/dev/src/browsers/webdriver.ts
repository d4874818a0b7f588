import {setTimeout as sleep} from 'node:timers/promises';

/**
 * The few commands of W3C WebDriver (https://www.w3.org/TR/webdriver2/) that the tests need.
 * Every method throws an Error with the driver's message.
 */
export class WebDriver {
  private session = '';

  constructor(private readonly origin: string) {}

  /** Waits until the driver accepts sessions; throws after `patience` milliseconds. */
  async ready(patience: number): Promise<void> {
    for (let waited = 0; waited < patience; waited += 100) {
      try {
        await this.send('GET', '/status');
        return;
      } catch {
        await sleep(100);
      }
    }
    throw new Error(`The WebDriver at ${this.origin} did not answer within ${patience} ms.`);
  }

  async open(capabilities: object): Promise<void> {
    const body = {capabilities: {alwaysMatch: capabilities}};
    const {sessionId} = (await this.send('POST', '/session', body)) as {sessionId: string};
    this.session = `/session/${sessionId}`;
  }

  close(): Promise<unknown> {
    return this.send('DELETE', this.session);
  }

  go(url: string): Promise<unknown> {
    return this.command('POST', '/url', {url});
  }

  url(): Promise<string> {
    return this.command('GET', '/url') as Promise<string>;
  }

  evaluate(script: string): Promise<unknown> {
    return this.command('POST', '/execute/sync', {script, args: []});
  }

  /** Input sources keep their state (held keys, the pointer's place) until `releaseActions`. */
  actions(source: object): Promise<unknown> {
    return this.command('POST', '/actions', {actions: [source]});
  }

  releaseActions(): Promise<unknown> {
    return this.command('DELETE', '/actions');
  }

  setWindowSize(width: number, height: number): Promise<unknown> {
    return this.command('POST', '/window/rect', {width, height});
  }

  private command(method: string, path: string, body?: object): Promise<unknown> {
    return this.send(method, this.session + path, body);
  }

  private async send(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.origin + path, {
      method,
      ...(body && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}}),
    });
    const {value} = (await response.json()) as {value: unknown};
    if (!response.ok) {
      const {error, message} = value as {error: string; message: string};
      throw new Error(`WebDriver ${method} ${path}: ${error} ${message}`);
    }
    return value;
  }
}
