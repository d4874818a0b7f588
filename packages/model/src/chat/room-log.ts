import type {ChatAuthor, ChatEvent, ChatMessage, ChatRole} from '../schemas/chat.js';

/** A message as the log leaves it. */
export interface LoggedMessage {
  readonly message: ChatMessage;
  /** Number of the event that showed it, or holds it: messages stand in this order. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly isHeld: boolean;
  /** Who took it away; its text and image are gone. */
  readonly deletedBy?: 'author' | 'moderator' | 'hub';
  /** Of a moderator. */
  readonly reason?: string;
}

/** What became of events that were handed in. */
export interface Taken {
  /** Those that were new and in their turn, in order. */
  readonly applied: readonly ChatEvent[];
  /** Events are missing after this number: to be asked for with `after`. Absent when none is. */
  readonly missingAfter?: number;
}

/**
 * The log of one room as one person has it: takes events in any order, any number of times, from a
 * stream, a poll, an answer and a page of history alike, and shows each once, in its turn. Events that
 * come before their turn wait until the gap is filled.
 *
 * It begins at any point (`start`): a page of the latest events is enough to show a room, older ones
 * are put before with `prepend`.
 */
export class RoomLog {
  /** Number of the last event that is applied. */
  lastSeq: number;
  /** Number of the first event that is here; `lastSeq + 1` when there is none. */
  firstSeq: number;
  state: 'open' | 'ended' = 'open';

  private readonly early = new Map<number, ChatEvent>();
  private readonly byId = new Map<string, LoggedMessage>();
  private readonly upTo = {
    delivered: new Map<ChatRole, number>(),
    read: new Map<ChatRole, number>(),
  };
  private readonly names = new Map<string, ChatAuthor>();
  /** Deletions met before what they delete: pages of history come backwards. */
  private readonly deletions = new Map<string, Extract<ChatEvent, {kind: 'deleted'}>>();
  private sorted: readonly LoggedMessage[] | undefined = [];

  /** @param start number of the event before the first one that will be handed in; 0 is the beginning */
  constructor(start = 0) {
    this.lastSeq = start;
    this.firstSeq = start + 1;
  }

  /** Messages in their order. */
  get messages(): readonly LoggedMessage[] {
    return (this.sorted ??= [...this.byId.values()].sort((one, other) => one.seq - other.seq));
  }

  has(messageId: string): boolean {
    return this.byId.has(messageId);
  }

  /** Up to which event somebody of that side has the room on a device. */
  delivered(role: ChatRole): number {
    return Math.max(this.upTo.delivered.get(role) ?? 0, this.read(role));
  }

  /** Up to which event somebody of that side has seen the room. */
  read(role: ChatRole): number {
    return this.upTo.read.get(role) ?? 0;
  }

  /** The name that its author has by now. */
  nameOf(author: ChatAuthor): string | undefined {
    return (this.names.get(author.id) ?? author).name;
  }

  /** Takes events after `lastSeq`; those that are known are dropped. */
  take(events: readonly ChatEvent[]): Taken {
    for (const event of events) {
      if (event.seq > this.lastSeq) this.early.set(event.seq, event);
    }
    const applied: ChatEvent[] = [];
    for (let next; (next = this.early.get(this.lastSeq + 1));) {
      this.early.delete(next.seq);
      this.lastSeq = next.seq;
      this.apply(next);
      applied.push(next);
    }
    return this.early.size > 0 ? {applied, missingAfter: this.lastSeq} : {applied};
  }

  /** Puts older events before the first one, newest page first; others are left alone. */
  prepend(events: readonly ChatEvent[]): void {
    for (const event of [...events].sort((one, other) => other.seq - one.seq)) {
      if (event.seq !== this.firstSeq - 1) continue;
      this.firstSeq = event.seq;
      this.apply(event);
    }
  }

  private apply(event: ChatEvent): void {
    switch (event.kind) {
      case 'message':
      case 'held':
      case 'approved':
        if (event.message) this.show(event, event.message);
        break;
      case 'deleted':
        this.deletions.set(event.message, event);
        this.remove(event.message);
        break;
      case 'delivered':
      case 'read': {
        const marks = this.upTo[event.kind];
        marks.set(event.role, Math.max(marks.get(event.role) ?? 0, event.upTo));
        break;
      }
      case 'state':
        // an older page does not change what is so now
        if (event.seq === this.lastSeq) this.state = event.state;
        break;
      case 'author':
        if (event.seq === this.lastSeq || !this.names.has(event.author.id)) {
          this.names.set(event.author.id, event.author);
        }
    }
  }

  private show({seq, at, kind}: ChatEvent, message: ChatMessage): void {
    const known = this.byId.get(message.id);
    const isHeld = kind === 'held';
    // going backwards, what holds a message is met after what approved it
    if (known && !known.isHeld && isHeld) return;
    this.byId.set(message.id, {message, seq, at, isHeld});
    this.sorted = undefined;
    this.remove(message.id);
  }

  private remove(messageId: string): void {
    const deletion = this.deletions.get(messageId);
    const known = this.byId.get(messageId);
    if (!deletion || !known) return;
    const {id, author, via} = known.message;
    const {by, reason} = deletion;
    this.byId.set(messageId, {
      ...known,
      message: {id, author, via},
      deletedBy: by,
      ...(reason !== undefined && {reason}),
    });
    this.sorted = undefined;
  }
}
