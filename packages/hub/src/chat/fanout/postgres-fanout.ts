import pg from 'pg';
import type {After} from '../../after.js';
import {systemAfter} from '../../after.js';
import type {Announcement, Fanout, FanoutListener} from './fanout.js';
import {LocalFanout} from './local-fanout.js';

const CHANNEL = 'hub_chat';
/** Announcements that wait for the line; more are left to those who look for themselves. */
const MOST_WAITING = 1000;
/** Milliseconds before the line is tried again, and at most. */
const RETRY = {first: 100, most: 5000};

export interface PostgresFanoutOptions {
  /** `postgres://…` */
  url: string;
  /** Tells this process from the others. */
  process: string;
  after?: After;
}

/**
 * Several processes on one PostgreSQL: LISTEN and NOTIFY on one connection of its own. Announcements are
 * sent after the commit and not in it, many at once when they come fast: a NOTIFY inside a transaction
 * takes a lock of the whole database while it commits. What is lost with the line, or with a process that
 * dies in between, is found by whoever looks at the database every few seconds.
 */
export class PostgresFanout implements Fanout {
  readonly #local = new LocalFanout();
  readonly #options: Required<PostgresFanoutOptions>;
  #client: pg.Client | undefined;
  #waiting: string[] = [];
  #isSending = false;
  #isStopped = false;
  #delay = RETRY.first;
  #callOff = () => {};

  constructor(options: PostgresFanoutOptions) {
    this.#options = {after: systemAfter, ...options};
  }

  /** Opens the line; one that cannot be opened, or breaks, is tried again for ever. */
  async start(): Promise<this> {
    await this.#connect();
    return this;
  }

  announce(announcement: Announcement): void {
    this.#local.announce(announcement);
    if (this.#client === undefined || this.#waiting.length >= MOST_WAITING) return;
    this.#waiting.push(JSON.stringify([this.#options.process, announcement]));
    void this.#send();
  }

  listen(listener: FanoutListener): () => void {
    return this.#local.listen(listener);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#callOff();
    const client = this.#client;
    this.#client = undefined;
    await this.#local.stop();
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    });
    const lost = () => this.#lose(client);
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({payload = ''}) => this.#receive(payload));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      await client.end().catch(() => undefined);
      this.#tryAgain();
      return;
    }
    if (this.#isStopped) {
      await client.end().catch(() => undefined);
      return;
    }
    this.#client = client;
    this.#delay = RETRY.first;
    this.#local.mayHaveMissed();
  }

  #lose(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#waiting = [];
    void client.end().catch(() => undefined);
    this.#tryAgain();
  }

  #tryAgain(): void {
    if (this.#isStopped) return;
    this.#callOff = this.#options.after(this.#delay, () => void this.#connect());
    this.#delay = Math.min(this.#delay * 2, RETRY.most);
  }

  #receive(payload: string): void {
    const [process, announcement] = JSON.parse(payload) as [string, Announcement];
    if (process !== this.#options.process) this.#local.announce(announcement);
  }

  /** All that waits in one query; what comes meanwhile goes with the next. */
  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      while (this.#waiting.length > 0 && this.#client) {
        const payloads = this.#waiting;
        this.#waiting = [];
        await this.#client.query({
          name: 'hub-notify',
          text: `select pg_notify('${CHANNEL}', payload) from unnest($1::text[]) payload`,
          values: [payloads],
        });
      }
    } catch {
      // the line broke: whoever did not hear of it looks for itself
    } finally {
      this.#isSending = false;
    }
  }
}
