import type {Announcement} from '../../chat/fanout/fanout.js';
import type {HubContext} from '../../context.js';
import {errorFacts} from '../../outbox/error-facts.js';
import type {After} from '../../after.js';
import {NotConnected} from '../bridge.js';
import type {ChatBridge} from '../bridge.js';
import {nextDue} from './due-rooms.js';
import {Pump} from './pump.js';
import {tellState} from './states.js';

/** Milliseconds between two looks for what no announcement told of. */
const LOOK_EVERY = 5000;

export interface RunnerOptions {
  after: After;
  lookEvery?: number;
}

/** Runs one bridge of this process for as long as it may: delivers what is told, and looks for the rest. */
export class BridgeRunner {
  readonly #context: HubContext;
  readonly #bridge: ChatBridge;
  readonly #pump: Pump;
  readonly #options: Required<RunnerOptions>;
  readonly #told = new Set<string>();
  #state: 'closed' | 'down' | 'up' = 'closed';
  #looksAtAll = false;
  #running: Promise<void> | undefined;
  /** States are written in the order in which they came. */
  #telling: Promise<void> = Promise.resolve();
  #callOff = () => {};
  #stopListening = () => {};

  constructor(context: HubContext, bridge: ChatBridge, options: RunnerOptions) {
    this.#context = context;
    this.#bridge = bridge;
    this.#pump = new Pump(context, bridge);
    this.#options = {lookEvery: LOOK_EVERY, ...options};
  }

  get needsLease(): boolean {
    return this.#bridge.needsLease;
  }

  async open(): Promise<void> {
    if (this.#state !== 'closed') return;
    this.#state = 'down';
    this.#stopListening = this.#context.chat.fanout.listen({
      told: announcement => this.#hear(announcement),
      mayHaveMissed: () => this.#wake(),
    });
    await this.#bridge.open({
      up: () => this.#setState('up'),
      down: fault => this.#setState('down', fault),
    });
  }

  /**
   * Lets what is under way come to its end.
   *
   * @param isForGood nobody else runs it now: all are told
   */
  async close({isForGood}: {isForGood: boolean}): Promise<void> {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#stopListening();
    this.#callOff();
    this.#told.clear();
    await this.#bridge.close();
    await this.#running;
    // who has taken it over tells how it is by now
    if (isForGood) this.#tell('down', 'No process of the hub runs it.');
    await this.#telling;
  }

  #hear(announcement: Announcement): void {
    if (announcement.kind === 'room') {
      this.#told.add(announcement.room);
      this.#run();
    } else if (announcement.kind === 'typing' && announcement.author.role === 'visitor') {
      this.#bridge.typing?.(announcement.room).catch(() => undefined);
    } else if (announcement.kind === 'profile') {
      this.#wake();
    }
  }

  #wake(): void {
    this.#looksAtAll = true;
    this.#run();
  }

  #run(): void {
    if (this.#state !== 'up' || this.#running) return;
    this.#callOff();
    this.#running = this.#round().then(isDone => {
      this.#running = undefined;
      // told while the round came to its end
      if (isDone && (this.#looksAtAll || this.#told.size > 0)) this.#run();
    });
  }

  /** @returns false when it could not be done, and waits */
  async #round(): Promise<boolean> {
    const {log} = this.#context;
    let next: Date | undefined;
    let isDone = true;
    try {
      while (this.#state === 'up' && (this.#looksAtAll || this.#told.size > 0)) {
        const rooms = [...this.#told];
        const isForAll = this.#looksAtAll;
        this.#told.clear();
        this.#looksAtAll = false;
        await this.#pump.deliverFrom(rooms);
        if (isForAll) await this.#pump.look();
      }
      next = await nextDue(this.#context.db, this.#bridge.name);
    } catch (error) {
      // what was told is found again by the next look
      this.#looksAtAll = true;
      isDone = false;
      const told = error instanceof NotConnected ? error.message : errorFacts(error);
      log.warn({bridge: this.#bridge.name, error: told}, 'A bridge waits.');
    }
    this.#lookAgain(next);
    return isDone;
  }

  #lookAgain(next: Date | undefined): void {
    if (this.#state === 'closed') return;
    const {after, lookEvery} = this.#options;
    const untilNext = (next?.getTime() ?? Infinity) - this.#context.clock.now().getTime();
    this.#callOff = after(Math.max(10, Math.min(lookEvery, untilNext)), () => this.#wake());
  }

  #setState(state: 'up' | 'down', fault?: string): void {
    if (this.#state === 'closed') return;
    const isNews = this.#state !== state || fault !== undefined;
    this.#state = state;
    if (isNews) this.#tell(state, fault);
    if (state === 'up') this.#wake();
  }

  #tell(state: 'up' | 'down', fault?: string): void {
    const {db, clock, log} = this.#context;
    const {name} = this.#bridge;
    if (state === 'up') log.info({bridge: name}, 'A bridge works.');
    else log.warn({bridge: name, fault}, 'A bridge is down.');
    const at = clock.now();
    this.#telling = this.#telling
      .then(() => tellState(db, name, {state, fault}, at))
      .catch((error: unknown) =>
        log.warn({bridge: name, error: errorFacts(error)}, 'A state could not be told.'),
      );
  }
}
