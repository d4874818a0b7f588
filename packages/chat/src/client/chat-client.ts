import type {Clock} from '@local-widgets/core';
import type {RoomCursor} from '@local-widgets/model';
import type {
  Challenge,
  ChatProfile,
  ConversationRequest,
  ProofOfWork,
  Room,
} from '@local-widgets/model/schemas.js';
import type {ChatEnvironment} from '../environment.js';
import {chatError} from './chat-error.js';
import {ChatStore, type KeptChat} from './chat-store.js';
import {NewsLine, type LineState, type News} from './news-line.js';
import {randomSecret, randomUuid} from './random-names.js';
import {RoomClient, type RoomNeeds} from './room-client.js';
import {SharedLine} from './shared-line.js';
import {hubTransport, type Call, type Transport} from './transport.js';

/** Solves a challenge; rejects when the signal is aborted. */
export type Prove = (challenge: Challenge, signal: AbortSignal) => Promise<ProofOfWork>;

export interface ChatClientNeeds {
  /** Absolute, without a slash at the end. */
  readonly hub: string;
  readonly environment: ChatEnvironment;
  readonly clock: Clock;
  /** Solves challenges of the hub. */
  readonly prove: Prove;
}

/** What a client tells whoever listens. */
export interface ChatListener {
  /** Something that is shown may be another one. */
  changed(): void;
  /** Messages of others came. */
  received?(room: RoomClient, ids: readonly string[]): void;
  /** Somebody of the shop went away or came back. */
  availability?(news: Extract<News, {type: 'profile'}>): void;
}

/**
 * A visitor at one hub: who they are, their rooms, one line for the news of all of them. Needs no page:
 * network, storage, clock, chance and waits come from its environment. Nobody is asked and nothing is
 * stored before `start` or a call of one of its rooms.
 */
export class ChatClient {
  readonly rooms = new Map<string, RoomClient>();

  private readonly store: ChatStore;
  private readonly transport: Transport;
  private readonly line: NewsLine;
  private readonly shared: SharedLine;
  private readonly listeners = new Set<ChatListener>();
  private readonly stopper = new AbortController();
  private isRunning = false;
  /** Rooms that were told of and are none of this element's. */
  private readonly asked = new Set<string>();
  private endFollowing: (() => void) | undefined;

  constructor(private readonly needs: ChatClientNeeds) {
    const {hub, environment, clock} = needs;
    const {chance, sleep, tabs} = environment;
    this.store = new ChatStore(hub, {...environment, clock});
    this.transport = hubTransport(hub, environment);
    const cursor = (): RoomCursor => this.cursor;
    this.line = new NewsLine({
      transport: this.transport,
      chance,
      clock,
      sleep,
      cursor,
      secret: () => this.secret,
      hear: news => {
        this.hear(news);
        this.shared.share(news);
      },
      changed: () => {
        this.shared.beat();
        this.changed();
      },
      // whoever the hub does not know has no rooms there
      refused: () => {
        this.line.stop();
        this.rooms.forEach(room => void room.check());
      },
    });
    this.shared = new SharedLine({
      name: `local-widgets:chat:${hub}`,
      line: this.line,
      tools: tabs(),
      sleep,
      cursor,
      hear: news => this.hear(news),
      reach: far => {
        for (const [id, seq] of far) void this.rooms.get(id)?.catchUp(seq);
      },
      changed: () => this.changed(),
    });
  }

  /** `off` while there is nothing to hear of. */
  get lineState(): LineState {
    return this.shared.state;
  }

  /** Seconds that the hub asked this page to wait for; 0 when it did not. */
  get heardAt(): number | undefined {
    return this.shared.heardAt;
  }

  get retryAfter(): number {
    const ofRooms = [...this.rooms.values()].map(({outbox}) => outbox.error?.retryAfter ?? 0);
    return Math.max(this.shared.retryAfter, ...ofRooms);
  }

  /** What is written here is lost with the page: the browser keeps nothing. */
  get isVolatile(): boolean {
    return this.store.isVolatile;
  }

  /** Whether anything was ever written here. */
  get isKnown(): boolean {
    return this.store.chat !== undefined;
  }

  get secret(): string | undefined {
    return this.store.chat?.secret;
  }

  /** Messages of others that were not seen, in all rooms. */
  get unread(): number {
    return [...this.rooms.values()].reduce((sum, {unread}) => sum + unread, 0);
  }

  /** Conversations, the latest last. */
  get conversations(): RoomClient[] {
    return [...this.rooms.values()].filter(({kept, isKept}) => isKept && !kept.isPublic);
  }

  subscribe(listener: ChatListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Takes up what was kept: loads the rooms, sends what is on its way, hears the news. */
  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.endFollowing = this.store.subscribe(() => this.takeUp());
    this.takeUp();
    // what an earlier page left
    this.rooms.forEach(room => room.open());
  }

  stop(): void {
    this.isRunning = false;
    this.stopper.abort();
    this.endFollowing?.();
    this.shared.stop();
    this.rooms.forEach(room => room.stop());
  }

  /**
   * Tries at once what waits for a better moment.
   *
   * @param isNew another network, or a page that was frozen
   */
  wake(isNew = false): void {
    if (!this.isRunning) return;
    this.shared.wake(isNew);
    this.rooms.forEach(room => room.wake());
  }

  /** What a page may know of a shop before anybody writes. */
  async profile(shop: string): Promise<ChatProfile> {
    return (await this.transport.ask({path: `shops/${shop}/chat`})) as ChatProfile;
  }

  /** The last conversation with a shop, or the one that would begin with a first message. */
  conversation(shop: string): RoomClient {
    const mine = [...this.rooms.values()].filter(({kept}) => kept.shop === shop && !kept.isPublic);
    return mine.at(-1) ?? this.newConversation(shop);
  }

  newConversation(shop: string): RoomClient {
    const id = randomUuid(this.needs.environment.chance);
    return this.add(new RoomClient({id, shop, seen: 0}, false, this.roomNeeds));
  }

  /**
   * Keeps the conversation from here on, and the secret: its first message comes next.
   *
   * @param name of the shop, for people
   */
  begin(room: RoomClient, request: ConversationRequest, name = ''): void {
    if (room.isKept) return;
    this.keepSecret();
    room.isKept = true;
    room.phase = 'loading';
    room.keep({request, hasContact: request.contact !== undefined, ...(name && {name})});
    this.start();
  }

  /** A room where neighbours meet, as it is before and after joining. */
  publicRoom(id: string, shop: string): RoomClient {
    const kept = {id, shop, isPublic: true, seen: 0};
    return this.rooms.get(id) ?? this.add(new RoomClient(kept, false, this.roomNeeds));
  }

  /** Makes and keeps the secret that later calls of the visitor have. */
  keepSecret(): void {
    const secret = randomSecret(this.needs.environment.chance);
    this.store.chat ??= {secret, rooms: []};
  }

  /** Forgets a room on this device. */
  forget(room: RoomClient): void {
    room.stop();
    this.rooms.delete(room.id);
    if (room.isKept) this.store.dropRoom(room.id);
    room.phase = 'gone';
    if (this.isKnown) this.shared.restart();
    else this.shared.stop();
    this.changed();
  }

  /** Joined a public room: its news are this visitor's from here on. */
  joined(room: RoomClient, joined: Room): void {
    room.isKept = true;
    room.keep({shop: joined.shop});
    room.become(joined);
    this.start();
    this.shared.start();
    this.shared.restart();
  }

  /** Forgets who the visitor is, and all rooms, on this device. */
  forgetAll(): void {
    this.store.chat = undefined;
    this.takeUp();
  }

  /** A conversation of another device is this one's from here on, too. */
  adopt(id: string, shop: string): void {
    this.store.keepRoom({id, shop, seen: 0});
    if (this.isRunning) this.takeUp();
    else this.start();
  }

  /**
   * Asks the hub as this visitor. Where it wants a proof of work, that is made, and asked again.
   *
   * @throws ChatError
   */
  async ask(call: Call): Promise<unknown> {
    const {secret} = this;
    try {
      return await this.transport.ask({secret, ...call});
    } catch (thrown) {
      const error = chatError(thrown);
      if (error.code !== 'proof-needed') throw error;
    }
    const challenge = (await this.transport.ask({
      method: 'POST',
      path: 'challenges',
      secret,
    })) as Challenge;
    const proof = await this.needs.prove(challenge, this.stopper.signal);
    return this.transport.ask({secret, ...call, body: {...(call.body as object), proof}});
  }

  /** An image of a room. */
  image(room: string, id: string): Promise<Blob> {
    return this.transport.bytes({path: `rooms/${room}/images/${id}`, secret: this.secret});
  }

  /** Rooms that another tab began or forgot, messages that it left. */
  private takeUp(): void {
    const chat: KeptChat | undefined = this.store.chat;
    const kept = new Map(chat?.rooms.map(room => [room.id, room]));
    for (const room of this.rooms.values()) {
      if (room.isKept && !kept.has(room.id)) this.forget(room);
    }
    for (const [id, room] of kept) {
      const known = this.rooms.get(id);
      if (known) known.isKept = true;
      if (known) known.kept = {...room, seen: Math.max(room.seen, known.kept.seen)};
      void (known ?? this.add(new RoomClient(room, true, this.roomNeeds))).load();
    }
    this.changed();
  }

  private add(room: RoomClient): RoomClient {
    this.rooms.set(room.id, room);
    return room;
  }

  private hear(news: News): void {
    if (news.type === 'profile') {
      this.listeners.forEach(listener => listener.availability?.(news));
      return;
    }
    const room = this.rooms.get(news.room);
    if (!room && !this.asked.has(news.room)) void this.discover(news.room);
    if (news.type === 'room') room?.take([news.event]);
    else if (news.type === 'reset') void room?.reset();
    else void room?.hearTyping(news.author);
  }

  /** A conversation that was begun on another device. */
  private async discover(id: string): Promise<void> {
    this.asked.add(id);
    try {
      const {kind, shop} = (await this.ask({path: `rooms/${id}`})) as Room;
      if (kind === 'conversation' && this.isKnown) this.adopt(id, shop);
    } catch {
      // erased meanwhile
    }
  }

  /** The rooms that this visitor is in, and how far each is here. */
  private get cursor(): RoomCursor {
    const mine = [...this.rooms.values()].filter(({log, isKept}) => log && isKept);
    return new Map(mine.map(({id, log}) => [id, log!.lastSeq]));
  }

  private get roomNeeds(): RoomNeeds {
    const {environment, clock} = this.needs;
    const {chance, sleep} = environment;
    return {
      store: this.store,
      chance,
      clock,
      sleep,
      ask: call => this.ask(call),
      opened: () => {
        if (!this.isRunning || !this.isKnown) return;
        this.shared.start();
        this.shared.restart();
      },
      received: (room, ids) => this.listeners.forEach(each => each.received?.(room, ids)),
      changed: () => this.changed(),
    };
  }

  /** Tells all listeners that something they show may be another one. */
  changed(): void {
    this.listeners.forEach(listener => listener.changed());
  }
}
