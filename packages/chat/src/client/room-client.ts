import type {Clock} from '@local-widgets/core';
import {RoomLog, type LoggedMessage} from '@local-widgets/model';
import type {
  ChatAuthor,
  ChatEvent,
  ChatImage,
  ConversationRequest,
  EventPage,
  Room,
  SentMessage,
} from '@local-widgets/model/schemas.js';
import type {Chance} from '../chance.js';
import {waitAfter} from './backoff.js';
import {chatError, type ChatError, type ChatProblem} from './chat-error.js';
import type {ChatStore, KeptImage, KeptRoom} from './chat-store.js';
import {Outbox} from './outbox.js';
import {randomUuid} from './random-names.js';
import type {Call} from './transport.js';

/**
 * `pending`: kept here, on its way; `sent`: the hub has it; `delivered`, `read`: somebody of the shop
 * has it, has seen it; `held`: waits for a moderator; `failed`: the hub refused it.
 */
export type MessageState = 'pending' | 'sent' | 'delivered' | 'read' | 'held' | 'failed';

/** A message as a person sees it: of the log, or on its way there. */
export interface ShownMessage {
  readonly id: string;
  readonly isMine: boolean;
  /** Absent of one's own that are on their way. */
  readonly author?: ChatAuthor;
  readonly name?: string | undefined;
  readonly text?: string | undefined;
  readonly image?: ChatImage | KeptImage | undefined;
  /** ISO 8601; by the clock of the device until the hub has it. */
  readonly at: string;
  /** Absent until it stands in the log. */
  readonly seq?: number;
  readonly state: MessageState;
  /** Of a failed one. */
  readonly problem?: ChatProblem;
  readonly deletedBy?: LoggedMessage['deletedBy'];
  readonly reason?: string | undefined;
}

/**
 * `new`: not begun, nobody knows of it; `loading`; `ready`; `gone`: the hub has it no more, or not for
 * this person.
 */
export type RoomPhase = 'new' | 'loading' | 'ready' | 'gone';

export interface RoomNeeds {
  readonly store: ChatStore;
  readonly chance: Chance;
  readonly clock: Clock;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly ask: (call: Call) => Promise<unknown>;
  /** The room is there: its news are wanted. */
  readonly opened: () => void;
  /** Messages of others that are new. */
  readonly received: (room: RoomClient, ids: readonly string[]) => void;
  readonly changed: () => void;
}

export interface NewMessage {
  readonly text?: string;
  /** With its bytes as a data URL. */
  readonly image?: Omit<KeptImage, 'id'> & {readonly data: string};
}

const PAGE = 50;
/** Of gaps and of what was missed. */
const LONG_PAGE = 200;
/** Milliseconds for which somebody types after it was told, and between two tellings of ours. */
const TYPING = 6000;
const TYPING_REST = 3000;

/** One room as this person has it: its log, what is on its way there, and what they have seen. */
export class RoomClient {
  phase: RoomPhase;
  /** As it was when it was loaded. */
  room: Room | undefined;
  /** Why the last try to load it failed. */
  error: ChatError | undefined;
  log: RoomLog | undefined;
  readonly outbox: Outbox;
  /** Who types now. */
  readonly typing = new Map<string, ChatAuthor>();

  private readonly stopper = new AbortController();
  /** Events that came before the log. */
  private early: ChatEvent[] = [];
  private loading: Promise<void> | undefined;
  /** Ends the present wait. */
  private step = new AbortController();
  private filling: Promise<void> | undefined;
  /** The oldest event that the hub keeps. */
  private oldest = 1;
  private isTypingTold = false;
  /** Until where the hub knows that it is seen. */
  private toldSeen = 0;
  private beginning: Promise<unknown> | undefined;

  constructor(
    public kept: KeptRoom,
    /** Whether it stands in the storage. */
    public isKept: boolean,
    private readonly needs: RoomNeeds,
  ) {
    const {store, chance, sleep, changed} = needs;
    this.phase = isKept || kept.isPublic ? 'loading' : 'new';
    this.outbox = new Outbox({
      id: kept.id,
      store,
      chance,
      sleep,
      ask: call => this.askFor(call),
      begin: () => this.begin(),
      sent: event => this.take([event]),
      changed,
    });
  }

  get id(): string {
    return this.kept.id;
  }

  get me(): ChatAuthor | undefined {
    return this.room?.me;
  }

  get isEnded(): boolean {
    return (this.log?.state ?? this.room?.state) === 'ended';
  }

  /** All messages that are here, in their order, then those on their way. */
  get messages(): ShownMessage[] {
    const {log, outbox} = this;
    const here = log?.messages.map(message => this.shown(message, log)) ?? [];
    const {arrived} = outbox;
    for (const id of arrived.keys()) if (log?.has(id)) arrived.delete(id);
    const waiting = outbox.messages.filter(({id}) => !log?.has(id));
    const onTheWay = [
      ...[...arrived.values()].map(message => ({...message, problem: undefined, isSent: true})),
      ...waiting.map(message => ({...message, isSent: false})),
    ].map(({id, text, image, at, problem, isSent}): ShownMessage => {
      const state = problem ? 'failed' : isSent ? 'sent' : 'pending';
      return {id, isMine: true, text, image, at, state, ...(problem && {problem})};
    });
    return [...here, ...onTheWay];
  }

  /** Messages of others that the person has not seen. */
  get unread(): number {
    return this.news.length;
  }

  /** Whether there are older messages at the hub. */
  get hasOlder(): boolean {
    return this.log !== undefined && this.log.firstSeq > this.oldest;
  }

  /** Loads what is at the hub, and sends what is on its way. */
  open(): void {
    if (this.phase === 'new') return;
    void this.load();
    void this.outbox.run();
  }

  /** Until it is there, or the hub says that it never will be. */
  load(): Promise<void> {
    if (this.log || this.kept.request) return Promise.resolve();
    return (this.loading ??= this.tryToLoad().finally(() => {
      this.loading = undefined;
    }));
  }

  stop(): void {
    this.stopper.abort();
    this.step.abort();
    this.outbox.stop();
  }

  /** Tries at once what waits for a better moment. */
  wake(): void {
    this.step.abort();
    this.open();
    if (!this.isEnded) this.tellSeen();
  }

  /** Keeps the message, then sends it; what it is asked for is its id. */
  send({text, image}: NewMessage): string {
    const {chance, clock, store} = this.needs;
    const id = randomUuid(chance);
    if (image) store.keepImage(id, image.data);
    const at = clock.now().toISOString();
    const {width, height, alt} = image ?? {};
    this.outbox.add({
      id,
      at,
      ...(text && {text}),
      ...(image && {
        image: {id: randomUuid(chance), width: width!, height: height!, ...(alt && {alt})},
      }),
    });
    this.needs.changed();
    return id;
  }

  /** Forgets a message that the hub refused. */
  discard(id: string): void {
    this.needs.store.drop(id);
    this.needs.changed();
  }

  /** The picture of a message on its way, as a data URL. */
  keptImage(id: string): string | undefined {
    return this.needs.store.image(id);
  }

  /** Takes back one's own message. */
  async takeBack(id: string): Promise<void> {
    const path = `rooms/${this.id}/messages/${id}`;
    const {event} = (await this.needs.ask({method: 'DELETE', path})) as SentMessage;
    this.take([event]);
  }

  /** The person has everything before their eyes. */
  see(): void {
    const seen = this.news.at(-1)?.seq;
    if (seen === undefined) return;
    this.keep({seen});
    this.tellSeen();
    this.needs.changed();
  }

  /** The person types: told to the others, but not at every letter. */
  async type(): Promise<void> {
    if (this.isTypingTold || !this.log || !this.me) return;
    this.isTypingTold = true;
    const path = `rooms/${this.id}/typing`;
    this.needs.ask({method: 'POST', path}).catch(() => undefined);
    await this.needs.sleep(TYPING_REST, this.stopper.signal);
    this.isTypingTold = false;
  }

  /** Ends the conversation; it can still be read. */
  async end(): Promise<void> {
    this.room = (await this.needs.ask({method: 'POST', path: `rooms/${this.id}/end`})) as Room;
    await this.catchUp(this.room.lastSeq);
    this.needs.changed();
  }

  /** Takes older events from the hub. */
  async older(): Promise<void> {
    const {log} = this;
    if (!log) return;
    const page = await this.page(`before=${log.firstSeq}&limit=${PAGE}`);
    this.oldest = page.events.length > 0 ? page.firstSeq : log.firstSeq;
    log.prepend(page.events);
    this.needs.changed();
  }

  /** Takes what a stream, a poll or another tab tells. */
  take(events: readonly ChatEvent[]): void {
    const {log} = this;
    if (!log) {
      this.early.push(...events);
      return;
    }
    const {applied, missingAfter} = log.take(events);
    const ids: string[] = [];
    for (const event of applied) {
      const message = 'message' in event && event.message;
      if (!message || typeof message === 'string') continue;
      this.typing.delete(message.author.id);
      // whichever way it came: the hub has it
      if (this.isMine(message.author)) this.needs.store.drop(message.id);
      else if (event.kind !== 'held') ids.push(message.id);
    }
    if (ids.length > 0) this.needs.received(this, ids);
    if (missingAfter !== undefined) void this.fill();
    if (applied.length > 0) this.needs.changed();
  }

  /** Somebody else types. */
  async hearTyping(author: ChatAuthor): Promise<void> {
    if (this.isMine(author)) return;
    this.typing.set(author.id, author);
    this.needs.changed();
    await this.needs.sleep(TYPING, this.stopper.signal);
    if (this.typing.get(author.id) !== author) return;
    this.typing.delete(author.id);
    this.needs.changed();
  }

  /** The log goes on at least to this number: asks for what is missing. */
  async catchUp(lastSeq: number): Promise<void> {
    if (this.log && lastSeq > this.log.lastSeq) await this.fill();
  }

  /** Too much was missed: begins again with the last page. */
  async reset(): Promise<void> {
    this.log = undefined;
    this.outbox.arrived.clear();
    await this.load();
  }

  /** Joined, or given back another state by the hub. */
  become(room: Room): void {
    this.room = room;
    this.needs.changed();
  }

  /** Keeps what changed of the room, once anything of it is kept. */
  keep(change: Partial<KeptRoom>): void {
    this.kept = {...this.kept, ...change};
    if (this.isKept) this.needs.store.keepRoom(this.kept);
  }

  /** Whether the hub still has it. */
  async check(): Promise<void> {
    await this.askFor({path: `rooms/${this.id}`}).catch(() => undefined);
    this.needs.changed();
  }

  /** Asks about this room; who hears that there is none has it no more. */
  async askFor(call: Call): Promise<unknown> {
    try {
      return await this.needs.ask(call);
    } catch (error) {
      const {code, status} = chatError(error);
      if (code === 'not-found' || status === 401) this.phase = 'gone';
      throw error;
    }
  }

  /** Begins the conversation at the hub, before its first message. */
  private begin(): Promise<unknown> {
    const {request} = this.kept;
    if (!request) return Promise.resolve();
    return (this.beginning ??= this.put(request).finally(() => {
      this.beginning = undefined;
    }));
  }

  private async put(request: ConversationRequest): Promise<void> {
    const call = {method: 'PUT', path: `rooms/${this.id}`, body: request} as const;
    const room = (await this.needs.ask(call)) as Room;
    this.keep({request: undefined});
    if (room.lastSeq > 0) await this.load();
    else this.begun(room, {events: [], lastSeq: 0, firstSeq: 1});
  }

  private async tryToLoad(): Promise<void> {
    const isOver = (): boolean => this.stopper.signal.aborted;
    for (let failures = 1; !isOver(); failures++) {
      try {
        const [room, page] = await Promise.all([
          this.needs.ask({path: `rooms/${this.id}`}) as Promise<Room>,
          this.page(`limit=${PAGE}`),
        ]);
        if (!isOver()) this.begun(room, page);
        return;
      } catch (thrown) {
        const error = (this.error = chatError(thrown));
        if (!error.mayPass) this.phase = 'gone';
        this.needs.changed();
        if (!error.mayPass) return;
        this.step = new AbortController();
        const wait = waitAfter(failures, this.needs.chance, error.retryAfter);
        await this.needs.sleep(wait, this.step.signal);
      }
    }
  }

  private begun(room: Room, {events, lastSeq, firstSeq}: EventPage): void {
    this.room = room;
    this.error = undefined;
    this.oldest = firstSeq;
    const log = new RoomLog((events[0]?.seq ?? lastSeq + 1) - 1);
    log.state = room.state;
    log.take(events);
    this.log = log;
    this.phase = 'ready';
    this.toldSeen = room.kind === 'conversation' ? log.read('visitor') : 0;
    const {early} = this;
    this.early = [];
    this.take(early);
    this.needs.opened();
    this.needs.changed();
  }

  /** Asks for what is missing until nothing is. */
  private fill(): Promise<void> {
    return (this.filling ??= this.tryToFill().finally(() => {
      this.filling = undefined;
    }));
  }

  private async tryToFill(): Promise<void> {
    const over = this.stopper.signal;
    for (let failures = 0; !over.aborted;) {
      const {log} = this;
      if (!log) return;
      const after = log.lastSeq;
      try {
        const page = await this.page(`after=${after}&limit=${LONG_PAGE}`);
        if (log !== this.log) continue;
        if (page.firstSeq > after + 1) {
          await this.reset();
          continue;
        }
        this.take(page.events);
        if (log.lastSeq >= page.lastSeq && log.take([]).missingAfter === undefined) return;
        failures = log.lastSeq > after ? 0 : failures + 1;
      } catch (error) {
        if (!chatError(error).mayPass) return;
        failures++;
      }
      if (failures > 0) {
        this.step = new AbortController();
        await this.needs.sleep(waitAfter(failures, this.needs.chance), this.step.signal);
      }
    }
  }

  private async page(query: string): Promise<EventPage> {
    return (await this.needs.ask({path: `rooms/${this.id}/events?${query}`})) as EventPage;
  }

  private get news(): LoggedMessage[] {
    const {log} = this;
    if (!log) return [];
    const onOtherDevice = this.room?.kind === 'conversation' ? log.read('visitor') : 0;
    const seen = Math.max(this.kept.seen, this.toldSeen, onOtherDevice);
    return log.messages.filter(
      ({seq, message, isHeld, deletedBy}) =>
        seq > seen && !isHeld && !deletedBy && !this.isMine(message.author),
    );
  }

  /** Tells the hub until where a conversation is seen; a later mark makes up for one that got lost. */
  private tellSeen(): void {
    const {seen} = this.kept;
    if (this.room?.kind !== 'conversation' || seen <= this.toldSeen) return;
    this.needs.ask({method: 'PUT', path: `rooms/${this.id}/read`, body: {seq: seen}}).then(
      () => (this.toldSeen = Math.max(this.toldSeen, seen)),
      () => undefined,
    );
  }

  private isMine({id}: ChatAuthor): boolean {
    return id === this.me?.id;
  }

  private shown({message, seq, at, isHeld, deletedBy, reason}: LoggedMessage, log: RoomLog) {
    const {id, author, text, image} = message;
    const isMine = this.isMine(author);
    const state: MessageState = isHeld
      ? 'held'
      : log.read('shop') >= seq
        ? 'read'
        : log.delivered('shop') >= seq
          ? 'delivered'
          : 'sent';
    const name = log.nameOf(author);
    return {id, isMine, author, name, text, image, at, seq, state, deletedBy, reason};
  }
}
