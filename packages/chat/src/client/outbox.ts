import type {ChatEvent, SentMessage} from '@local-widgets/model/schemas.js';
import type {Chance} from '../chance.js';
import {waitAfter} from './backoff.js';
import {ChatError, chatError} from './chat-error.js';
import type {ChatStore, KeptMessage} from './chat-store.js';
import {blobOf} from './data-url.js';
import type {Call} from './transport.js';

export interface OutboxNeeds {
  /** Of the room. */
  readonly id: string;
  readonly store: ChatStore;
  readonly chance: Chance;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Begins the conversation unless the hub has it. */
  readonly begin: () => Promise<unknown>;
  /** Asks the hub, with a proof of work where it wants one. */
  readonly ask: (call: Call) => Promise<unknown>;
  /** The hub has it: this is its line in the log. */
  readonly sent: (event: ChatEvent) => void;
  readonly changed: () => void;
}

/** Milliseconds for a megabyte on a slow line. */
const IMAGE_PATIENCE = 120_000;

/**
 * Sends the messages of one room, one after the other, until the hub has answered for each. They are
 * kept before the first attempt, and sent under the same id in each: a lost answer, a reload or a
 * second tab make no second message.
 */
export class Outbox {
  /** Sent, until they stand in the log. */
  readonly arrived = new Map<string, KeptMessage>();
  /** What the last attempt met; undefined when it went well. */
  error: ChatError | undefined;

  private isRunning = false;
  private stopper = new AbortController();
  /** Ends the present wait. */
  private step = new AbortController();
  private failures = 0;

  constructor(private readonly needs: OutboxNeeds) {}

  get messages(): KeptMessage[] {
    return this.needs.store.messages(this.needs.id);
  }

  add(message: Omit<KeptMessage, 'room' | 'order'>): void {
    const {store, id: room} = this.needs;
    const order = Math.max(0, ...this.messages.map(({order}) => order)) + 1;
    store.keep({...message, room, order});
    void this.run();
  }

  /** Tries again what the hub refused, after all others. */
  retry(id: string): void {
    const message = this.messages.find(each => each.id === id);
    if (!message) return;
    this.add({...message, problem: undefined});
  }

  /** Sends what waits; at once when it was waiting for a better moment. */
  async run(): Promise<void> {
    if (this.isRunning) {
      this.step.abort();
      return;
    }
    this.isRunning = true;
    this.stopper = new AbortController();
    const {signal} = this.stopper;
    while (!signal.aborted) {
      const message = this.messages.find(({problem}) => !problem);
      if (!message) break;
      this.needs.changed();
      await this.attempt(message, signal);
    }
    this.isRunning = false;
    this.needs.changed();
  }

  stop(): void {
    this.stopper.abort();
    this.step.abort();
  }

  private async attempt(message: KeptMessage, over: AbortSignal): Promise<void> {
    const {store, chance, sleep} = this.needs;
    try {
      await this.send(message);
      this.failures = 0;
      this.error = undefined;
    } catch (thrown) {
      const error = (this.error = chatError(thrown));
      if (over.aborted) return;
      if (!error.mayPass) {
        // unless it was given up meanwhile
        if (this.has(message)) store.keep({...message, problem: error.code});
        return;
      }
      this.needs.changed();
      this.step = new AbortController();
      // the hub's own pause is kept, whoever is impatient
      const signal = error.retryAfter ? over : this.step.signal;
      await sleep(waitAfter(++this.failures, chance, error.retryAfter), signal);
    }
  }

  private async send(message: KeptMessage): Promise<void> {
    const {id: room, store, begin, ask, sent} = this.needs;
    const {id, text, image} = message;
    await begin();
    if (image && !image.isSent) await this.sendImage(message);
    const shown = image && {id: image.id, ...(image.alt && {alt: image.alt})};
    const {event} = (await ask({
      method: 'PUT',
      path: `rooms/${room}/messages/${id}`,
      body: {...(text && {text}), ...(shown && {image: shown})},
    })) as SentMessage;
    this.arrived.set(id, message);
    store.drop(id);
    sent(event);
  }

  private async sendImage(message: KeptMessage): Promise<void> {
    const {id: room, store, ask} = this.needs;
    const image = message.image!;
    const data = store.image(message.id);
    if (!data) throw new ChatError('image-lost', `${image.id} did not outlive its page`);
    const path = `rooms/${room}/images/${image.id}`;
    await ask({method: 'PUT', path, body: blobOf(data), patience: IMAGE_PATIENCE});
    if (this.has(message)) store.keep({...message, image: {...image, isSent: true}});
  }

  private has({id}: KeptMessage): boolean {
    return this.messages.some(message => message.id === id);
  }
}
