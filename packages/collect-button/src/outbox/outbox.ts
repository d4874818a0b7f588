import type {Clock} from '@local-widgets/core';
import {BackEndError, type Attempt, type NewOrder, type Placed} from '../back-ends/port.js';
import type {Kept} from '../basket/kept.js';
import {randomUuid} from '../chance.js';
import type {CollectEnvironment} from '../environment.js';
import type {KeptOrder, WaitingOrder} from './kept-order.js';
import {mayPass, retryDelay} from './retry.js';

/** Where the order of this page stands. It is confirmed when the back end said so, never before. */
export type OutboxState =
  | {readonly phase: 'idle'}
  | {readonly phase: 'sending'}
  /** Not sent yet; the next attempt comes by itself. */
  | {readonly phase: 'waiting'; readonly error: BackEndError}
  /** Something broke that waiting does not mend; the person may try again, with the same key. */
  | {readonly phase: 'broken'; readonly error: BackEndError}
  /** Its slot takes no more orders; whether an attempt went through is not known. */
  | {readonly phase: 'too-late'}
  /** The back end's word: the order is not in. */
  | {readonly phase: 'refused'; readonly error: BackEndError};

export interface OutboxNeeds {
  readonly kept: Kept<KeptOrder>;
  readonly place: (attempt: Attempt) => Promise<Placed>;
  readonly environment: Pick<CollectEnvironment, 'chance' | 'page' | 'sleep'>;
  readonly clock: Clock;
  readonly changed: () => void;
  /** The order is in. */
  readonly placed: (placed: Placed) => void;
}

/**
 * Sends one order until there is an answer: its key is made and stored with it before the first
 * attempt, so that a lost reply, a reload or a second tab never make a second order.
 */
export class Outbox {
  state: OutboxState = {phase: 'idle'};

  private isRunning = false;
  /** Ends the present wait. */
  private wake = new AbortController();

  constructor(private readonly needs: OutboxNeeds) {}

  /** The order that waits, if any. */
  get waiting(): WaitingOrder | undefined {
    const kept = this.needs.kept.get();
    return kept?.state === 'waiting' ? kept : undefined;
  }

  /** Keeps the order, then sends it. */
  submit(order: NewOrder, orderUntil: string | undefined): Promise<void> {
    const {kept, environment} = this.needs;
    const key = randomUuid(environment.chance);
    kept.set({state: 'waiting', key, order, orderUntil});
    return this.resume();
  }

  /** Sends the order that an earlier page, or an earlier attempt, left. */
  async resume(): Promise<void> {
    if (this.isRunning) this.wake.abort();
    if (this.isRunning || !this.waiting) return;
    const {page} = this.needs.environment;
    const hurry = (): void => this.wake.abort();
    this.isRunning = true;
    page?.addEventListener('online', hurry);
    try {
      await this.run();
    } finally {
      page?.removeEventListener('online', hurry);
      this.isRunning = false;
    }
  }

  /** Forgets the order; whether an attempt went through is then between the person and the shop. */
  abandon(): void {
    this.needs.kept.set(undefined);
    this.become({phase: 'idle'});
    this.wake.abort();
  }

  private async run(): Promise<void> {
    for (let failed = 1; ; failed++) {
      const error = await this.tryOnce();
      if (!error) return;
      this.become({phase: 'waiting', error});
      await this.pause(retryDelay(failed, this.needs.environment.chance, error.retryAfter));
    }
  }

  /** What waiting may mend; undefined when there is nothing more to do. */
  private async tryOnce(): Promise<BackEndError | undefined> {
    const order = this.waiting;
    // answered in another tab, or given up
    if (!order) this.become({phase: 'idle'});
    else if (this.timeLeft(order) <= 0) this.become({phase: 'too-late'});
    else {
      this.become({phase: 'sending'});
      const error = await this.attempt(order);
      if (!error || mayPass(error)) return error;
      this.end(error);
    }
    return undefined;
  }

  /** Undefined when the order is in. */
  private async attempt(order: WaitingOrder): Promise<BackEndError | undefined> {
    const {kept, place, placed: tell} = this.needs;
    try {
      const placed = await place({
        order: order.order,
        key: order.key,
        memo: order.memo ?? {},
        note: memo => {
          // not when it was given up meanwhile
          if (this.waiting?.key === order.key) kept.set({...order, memo});
        },
      });
      this.become({phase: 'idle'});
      kept.set({state: 'placed', placed});
      tell(placed);
      return undefined;
    } catch (error) {
      if (error instanceof BackEndError) return error;
      return new BackEndError('internal', String(error));
    }
  }

  /** An answer in the 400s is the end of this order; what broke is kept, its outcome is not known. */
  private end(error: BackEndError): void {
    const isRefused = error.status >= 400 && error.status < 500;
    // first, as whoever listens to what is kept looks at the state
    this.state = {phase: isRefused ? 'refused' : 'broken', error};
    if (isRefused) this.needs.kept.set(undefined);
    this.needs.changed();
  }

  /** Until the next attempt, or the limit, or a sign that the network is back. */
  private async pause(ms: number): Promise<void> {
    const {waiting} = this;
    if (!waiting) return;
    this.wake = new AbortController();
    await this.needs.environment.sleep(Math.min(ms, this.timeLeft(waiting)), this.wake.signal);
  }

  /** Milliseconds until the slot takes no more orders. */
  private timeLeft({orderUntil}: WaitingOrder): number {
    if (orderUntil === undefined) return Infinity;
    return Date.parse(orderUntil) - this.needs.clock.now().getTime();
  }

  private become(state: OutboxState): void {
    this.state = state;
    this.needs.changed();
  }
}
