import type {
  ChatAuthor,
  ChatEvent,
  ChatMessage,
  ChatRole,
  Room,
  RoomSettings,
  VisitorContact,
} from '@local-widgets/model/schemas.js';

/** An event without what the room gives it. */
type NewEvent = ChatEvent extends infer Each
  ? Each extends ChatEvent
    ? Omit<Each, 'seq' | 'at'>
    : never
  : never;

export interface RoomStart {
  readonly id: string;
  readonly kind: Room['kind'];
  readonly shop: string;
  readonly settings?: RoomSettings;
}

/** A room of the fake hub: a log that counts, and who is in it. */
export class FakeRoom {
  readonly events: ChatEvent[] = [];
  /** What each message was asked for with: the same id with another content is refused. */
  readonly asked = new Map<string, string>();
  readonly members = new Map<string, ChatAuthor>();
  readonly accepted = new Map<string, string>();
  readonly images = new Map<string, Blob>();
  state: Room['state'] = 'open';
  isWritable = true;
  until: string | undefined;
  contact: VisitorContact | undefined;
  /** The oldest event that is kept. */
  firstSeq = 1;
  settings: RoomSettings | undefined;

  constructor(
    readonly start: RoomStart,
    private readonly now: () => Date,
    private readonly tell: (room: FakeRoom, event: ChatEvent) => void,
  ) {
    this.settings = start.settings;
  }

  get id(): string {
    return this.start.id;
  }

  get lastSeq(): number {
    return this.events.at(-1)?.seq ?? 0;
  }

  /** Messages that are shown to all, in order, without those that were taken away. */
  get texts(): string[] {
    const gone = new Set(
      this.events.flatMap(event => (event.kind === 'deleted' ? [event.message] : [])),
    );
    return this.events.flatMap(event =>
      (event.kind === 'message' || event.kind === 'approved') && !gone.has(event.message.id)
        ? [event.message.text ?? `image ${event.message.image?.id}`]
        : [],
    );
  }

  add(event: NewEvent): ChatEvent {
    const whole = {...event, seq: this.lastSeq + 1, at: this.now().toISOString()};
    this.events.push(whole);
    this.tell(this, whole);
    return whole;
  }

  eventOf(message: string): ChatEvent | undefined {
    return this.events.find(
      event => (event.kind === 'message' || event.kind === 'held') && event.message?.id === message,
    );
  }

  /** The event as this person may see it. */
  shownTo(secret: string | undefined, event: ChatEvent): ChatEvent {
    if (event.kind !== 'held' || !event.message) return event;
    const {message, ...line} = event;
    return this.members.get(secret ?? '')?.id === message.author.id ? event : line;
  }

  mark(kind: 'delivered' | 'read', role: ChatRole, upTo: number): void {
    const isNew = !this.events.some(
      event => event.kind === kind && event.role === role && event.upTo >= upTo,
    );
    if (isNew) this.add({kind, role, upTo});
  }

  /** For who asks with this secret. */
  seenBy(secret: string | undefined): Room {
    const {id, kind, shop} = this.start;
    const me = this.members.get(secret ?? '');
    const acceptedRules = this.accepted.get(secret ?? '');
    return {
      id,
      kind,
      shop,
      state: this.state,
      lastSeq: this.lastSeq,
      isWritable: this.isWritable,
      ...(me && {me}),
      ...(this.settings && {settings: this.settings}),
      ...(this.until && {until: this.until}),
      ...(acceptedRules && {acceptedRules}),
    };
  }

  forget(message: string): void {
    for (const event of this.events) {
      if (!('message' in event) || typeof event.message !== 'object') continue;
      if (event.message.id !== message) continue;
      const {id, author, via} = event.message;
      (event as {message: ChatMessage}).message = {id, author, via};
    }
  }
}
