import type {Clock} from '@local-widgets/core';
import {
  ChatClient,
  type ChatListener,
  type Prove,
  type RoomClient,
} from '../../src/client/index.js';
import type {ChatEnvironment} from '../../src/environment.js';
import {Browser, type Tab} from './browser.js';
import {bakery, FakeHub} from './fake-hub.js';
import {VirtualTime} from './virtual-time.js';
import {seededChance} from './world.js';

/** A Tuesday morning, nine o'clock in France. */
export const START = Date.parse('2026-11-24T08:00:00.000Z');

/** A hub, and time that passes by itself for all who use it. */
export class Town {
  readonly time = new VirtualTime();
  readonly hub = new FakeHub({
    now: () => new Date(START + this.time.ms),
    sleep: (ms, signal) => this.time.sleep(ms, signal),
  });
  private seeds = 0;

  /** A page in a tab that uses the hub; a new browser unless told otherwise. */
  open(options: PageOptions = {}): Page {
    return new Page(this, ++this.seeds, options);
  }
}

export interface PageOptions {
  readonly browser?: Browser;
  /** What stands between the page and the hub. */
  readonly network?: (fetch: FakeHub['fetch']) => ChatEnvironment['fetch'];
  /** Without Web Locks and BroadcastChannel. */
  readonly isAlone?: boolean;
  readonly prove?: Prove;
  readonly storage?: ChatEnvironment['storage'];
}

/** One page of a visitor. */
export class Page {
  readonly browser: Browser;
  readonly tab: Tab;
  readonly client: ChatClient;
  /** Milliseconds by which the clock of the device goes wrong. */
  wrongBy = 0;
  /** Ids of messages that came from others. */
  readonly received: string[] = [];
  private isOver = false;

  constructor(
    readonly town: Town,
    seed: number,
    {browser = new Browser(), network = fetch => fetch, isAlone, prove, storage}: PageOptions,
  ) {
    this.browser = browser;
    this.tab = browser.open();
    const {time, hub} = town;
    const reach = network(hub.fetch);
    const clock: Clock = {now: () => new Date(START + time.ms + this.wrongBy)};
    this.client = new ChatClient({
      hub: hub.url,
      clock,
      prove: prove ?? (() => Promise.reject(new Error('no proofs in this test'))),
      environment: {
        // what is gone hears no answers
        fetch: (input, init) =>
          reach(input, init).then(
            answer => (this.isOver ? never() : answer),
            (error: unknown) => (this.isOver ? never() : Promise.reject(error as Error)),
          ),
        chance: seededChance(seed),
        storage: storage ?? (() => this.tab.storage),
        page: this.tab.page,
        sleep: (ms, signal) => (this.isOver ? never() : time.sleep(ms, signal)),
        tabs: () => (isAlone ? undefined : this.tab.tools),
      },
    });
    const listener: ChatListener = {
      changed: () => undefined,
      received: (_, ids) => this.received.push(...ids),
    };
    this.client.subscribe(listener);
    this.client.start();
  }

  get room(): RoomClient {
    return this.client.conversation(bakery.shop);
  }

  /** As a person sees them. */
  get texts(): string[] {
    return this.room.messages
      .filter(({deletedBy, state}) => !deletedBy && state !== 'failed')
      .map(({text, image}) => text ?? `image ${image?.id}`);
  }

  get states(): string[] {
    return this.room.messages.map(({state}) => state);
  }

  say(text: string): string {
    const {client, room} = this;
    client.begin(room, {shop: bakery.shop, language: 'fr', consent: true});
    return room.send({text});
  }

  /** The page is gone from one moment to the next; what it was about to do never happens. */
  kill(): void {
    this.isOver = true;
    this.client.stop();
    this.tab.close();
  }

  /** The same browser, another page. */
  reload(options: Omit<PageOptions, 'browser'> = {}): Page {
    this.kill();
    return this.town.open({...options, browser: this.browser});
  }
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
