import type {ChatEvent, MessageRequest} from '@local-widgets/model/schemas.js';
import {HubError, type HubErrorCode} from '../api/hub-error.js';
import type {DeskEnvironment} from '../environment.js';
import {defined} from '../templates/form.js';

/** A picture that is not on the hub yet. */
export interface UnsentImage {
  /** UUID; what the hub keeps it under. */
  readonly id: string;
  readonly type: string;
  readonly base64: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt?: string;
}

/** A reply that the hub has not acknowledged. */
export interface UnsentMessage {
  /** UUID, made before the first try: however often it is sent, it is one message. */
  readonly id: string;
  /** Id of the shop that the room is of. */
  readonly shop: string;
  readonly room: string;
  readonly text?: string;
  readonly image?: UnsentImage;
  /** ISO 8601; when it was written. */
  readonly at: string;
  /** The hub will not have it as it is; it is sent again only when somebody says so. */
  readonly refused?: {
    readonly code: HubErrorCode;
    /** In the hub's own words. */
    readonly detail?: string;
  };
}

export interface OutboxNeeds {
  /** Name under which it is kept on the device: one for each person, with all of their shops. */
  readonly key: string;
  /** Id of the shop whose replies are sent from here. */
  readonly shop: string;
  /** Sends the message; its picture first, where it has one. @throws HubError */
  readonly send: (message: UnsentMessage) => Promise<ChatEvent>;
  /** The hub has it. */
  readonly sent: (message: UnsentMessage, event: ChatEvent) => void;
  readonly changed: () => void;
  /** The hub wants to know who this is. */
  readonly signedOut: (error: HubError) => void;
  readonly environment: () => Pick<DeskEnvironment, 'random' | 'sleep' | 'storage'>;
}

/** Milliseconds: the first wait after a failed try doubles up to the longest. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

/**
 * Replies on their way to the hub. Each is kept on the device until the hub has acknowledged it, goes
 * out in its turn, one after the other in each room, and is tried until it is in or refused.
 */
export class Outbox {
  private messages: UnsentMessage[];
  private readonly running = new Set<string>();
  /** Ends the present waits. */
  private waits = new AbortController();
  private isStopped = true;

  constructor(private readonly needs: OutboxNeeds) {
    this.messages = this.kept().filter(({shop}) => shop === needs.shop);
  }

  /** How much has not left, of whatever shop of the person. */
  get size(): number {
    return Math.max(this.messages.length, this.kept().length);
  }

  /** In the order in which they were written. */
  of(room: string): readonly UnsentMessage[] {
    return this.messages.filter(each => each.room === room);
  }

  start(): void {
    this.isStopped = false;
    this.wake();
  }

  stop(): void {
    this.isStopped = true;
    this.waits.abort();
  }

  /** Tries at once: the network is back, or somebody looks again. */
  wake(): void {
    this.waits.abort();
    this.waits = new AbortController();
    for (const {room} of this.messages) void this.run(room);
  }

  /** Keeps the message, then sends it. */
  add(message: UnsentMessage): void {
    this.change([...this.messages, message]);
    void this.run(message.room);
  }

  /** Sends what was refused once more, as it is. */
  retry(id: string): void {
    this.change(
      this.messages.map(each =>
        each.id === id ? defined<UnsentMessage>({...each, refused: undefined}) : each,
      ),
    );
    const message = this.messages.find(each => each.id === id);
    if (message) void this.run(message.room);
  }

  /** Forgets it; whether an earlier try came through is seen in the log. */
  remove(id: string): void {
    if (!this.messages.some(each => each.id === id)) return;
    this.change(this.messages.filter(each => each.id !== id));
  }

  /** Forgets all of them, those of other shops as well. */
  clear(): void {
    this.change([]);
    this.write([]);
  }

  /** One after the other, so that they arrive in the order in which they were written. */
  private async run(room: string): Promise<void> {
    if (this.running.has(room)) return;
    this.running.add(room);
    let failures = 0;
    for (let next; !this.isStopped && (next = this.nextOf(room));) {
      const error = await this.attempt(next);
      if (!error) failures = 0;
      else if (error.isPassing) await this.pause(error, failures++);
      else if (error.status === 401) {
        this.stop();
        this.needs.signedOut(error);
      } else this.refuse(next, error);
    }
    this.running.delete(room);
  }

  private nextOf(room: string): UnsentMessage | undefined {
    return this.messages.find(each => each.room === room && !each.refused);
  }

  /** Undefined when it is in. */
  private async attempt(message: UnsentMessage): Promise<HubError | undefined> {
    try {
      const event = await this.needs.send(message);
      this.remove(message.id);
      this.needs.sent(message, event);
      return undefined;
    } catch (error) {
      return error instanceof HubError ? error : new HubError('unreadable');
    }
  }

  private refuse(message: UnsentMessage, {code, problem}: HubError): void {
    const detail = problem?.detail ?? problem?.title;
    const refused = {code, ...(detail !== undefined && {detail})};
    this.change(this.messages.map(each => (each.id === message.id ? {...each, refused} : each)));
  }

  /** Random from nothing to twice as long each time, so that desks do not come back all at once. */
  private pause({retryAfter}: HubError, failures: number): Promise<void> {
    const {random, sleep} = this.needs.environment();
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures, 6));
    return sleep(retryAfter ?? longest * random(), this.waits.signal);
  }

  private change(messages: UnsentMessage[]): void {
    const before = this.messages;
    this.messages = messages;
    this.keep(before);
    this.needs.changed();
  }

  private kept(): UnsentMessage[] {
    try {
      const text = this.needs.environment().storage()?.getItem(this.needs.key);
      const kept: unknown = JSON.parse(text ?? '[]');
      return Array.isArray(kept) ? kept.filter(isMessage) : [];
    } catch {
      return [];
    }
  }

  /** Other windows and other shops of the same person keep theirs there as well. */
  private keep(before: readonly UnsentMessage[]): void {
    const known = new Set([...before, ...this.messages].map(({id}) => id));
    const others = this.kept().filter(({id}) => !known.has(id));
    this.write([...others, ...this.messages]);
  }

  private write(all: readonly UnsentMessage[]): void {
    try {
      const storage = this.needs.environment().storage();
      if (all.length > 0) storage?.setItem(this.needs.key, JSON.stringify(all));
      else storage?.removeItem(this.needs.key);
    } catch {
      // a full or forbidden storage: they are kept for as long as the page is
    }
  }
}

/** What is sent of it. */
export function requestOf({text, image}: UnsentMessage): MessageRequest {
  return {
    ...(text !== undefined && {text}),
    ...(image && {image: {id: image.id, ...(image.alt !== undefined && {alt: image.alt})}}),
  };
}

function isMessage(value: unknown): value is UnsentMessage {
  if (typeof value !== 'object' || value === null) return false;
  const {id, shop, room, at} = value as Record<string, unknown>;
  return [id, shop, room, at].every(each => typeof each === 'string');
}
