import type {
  ChatAuthor,
  ChatEvent,
  ChatSettings,
  RoomNews,
  RoomSummary,
} from '@local-widgets/model/schemas.js';
import {HubError} from '../api/hub-error.js';
import type {InboxApi, RoomsAnswer} from '../api/inbox-api.js';
import {randomUuid} from '../api/random-uuid.js';
import type {DeskEnvironment} from '../environment.js';
import {LiveLine, type Loaded} from '../live/live-line.js';
import {CHAT_PACE} from '../live/pace.js';
import type {ServerSentEvent} from '../live/server-sent-events.js';
import {InboxStore, type News, type RoomState} from './inbox-store.js';
import {Outbox, requestOf, type UnsentImage, type UnsentMessage} from './outbox.js';
import {ReadMarks} from './read-marks.js';
import {RoomList} from './room-list.js';
import {RoomTalk} from './room-talk.js';
import {Typing} from './typing.js';

export interface InboxNeeds {
  readonly api: InboxApi;
  /** Whoever is signed in, told from others on the same device. */
  readonly person: string;
  readonly now: () => Date;
  readonly environment: () => DeskEnvironment;
  readonly changed: () => void;
  /** Somebody wrote, or something waits to be decided. */
  readonly news: (summary: RoomSummary, news: NonNullable<News>) => void;
  readonly refused: (error: HubError) => void;
}

/** The conversations of a shop: their list, what was said in those that were opened, and what goes out. */
export class Inbox {
  readonly api: InboxApi;
  readonly store = new InboxStore();
  readonly lists: Readonly<Record<RoomState, RoomList>>;
  readonly outbox: Outbox;
  readonly live: LiveLine;
  readonly typing: Typing;
  /** The last reply of this window that the hub has acknowledged. */
  lastSent: UnsentMessage | undefined;

  private readonly marks: ReadMarks;
  private readonly deliveries: ReadMarks;
  /** Of the rooms that were opened. */
  private readonly talks = new Map<string, RoomTalk>();
  /** Who looks, by room: each has another author id for the same person. */
  private readonly authors = new Map<string, string>();
  /** Rooms of which something may have been missed, and that no list tells of. */
  private readonly stale = new Set<string>();

  constructor(private readonly needs: InboxNeeds) {
    const {api, environment, changed} = needs;
    this.api = api;
    this.lists = {open: new RoomList(api, 'open'), ended: new RoomList(api, 'ended')};
    this.live = new LiveLine({
      pace: CHAT_PACE,
      load: signal => this.load(signal),
      open: (lastEventId, signal) => api.stream(lastEventId, signal),
      take: event => this.read(event),
      changed: () => {
        if (this.live.connection.state === 'live') this.outbox.wake();
        changed();
      },
      refused: needs.refused,
      // a hub without a chat answers 404
      isRefusal: ({status}) => [401, 403, 404].includes(status),
      clock: () => needs,
      environment,
    });
    this.outbox = new Outbox({
      key: `local-inbox:outbox:${needs.person}`,
      shop: api.shop,
      send: message => this.send(message),
      sent: (message, event) => {
        this.talks.get(message.room)?.take(event);
        this.lastSent = message;
        changed();
      },
      signedOut: needs.refused,
      changed,
      environment,
    });
    this.marks = new ReadMarks({send: (room, seq) => api.markRead(room, seq)});
    this.deliveries = new ReadMarks({send: (room, seq) => api.markDelivered(room, seq)});
    this.typing = new Typing({
      tell: room => api.tellTyping(room),
      now: () => needs.now().getTime(),
      changed,
      environment,
    });
  }

  /** The first list has come. */
  get hasLoaded(): boolean {
    return this.lists.open.hasLoaded;
  }

  start(): void {
    this.live.start();
    this.outbox.start();
  }

  stop(): void {
    this.live.stop();
    this.outbox.stop();
    this.typing.stop();
  }

  /** The network is back, or somebody looks again. */
  wake(): void {
    this.live.wake();
    this.outbox.wake();
    this.retry();
  }

  /** Asks again for what failed on the way. */
  retry(): void {
    this.marks.retry();
    this.deliveries.retry();
    for (const talk of this.talks.values()) void talk.retry();
  }

  /** What was said in a room; loaded from now on. */
  talk(room: string): RoomTalk {
    const known = this.talks.get(room);
    if (known) return known;
    const talk = new RoomTalk(room, {
      api: this.api,
      changed: this.needs.changed,
      applied: events => this.applied(room, events),
    });
    this.talks.set(room, talk);
    void talk.load();
    void this.learnAuthor(room);
    return talk;
  }

  /** Author id of who looks, in this room; absent until it is known. */
  authorIn(room: string): string | undefined {
    return this.authors.get(room);
  }

  /** The room is on the screen: asks for what may have been missed of it. */
  keepUp(room: string): void {
    if (this.stale.delete(room)) void this.talks.get(room)?.refresh();
  }

  /** Somebody has seen all that is loaded of a room. */
  see(room: string): void {
    const log = this.talks.get(room)?.log;
    if (!log) return;
    const theirs = log.messages.filter(({message}) => message.author.role === 'visitor');
    const last = theirs.at(-1);
    if (!last || last.seq <= log.read('shop')) return;
    this.store.see(room, log.lastSeq);
    this.marks.see(room, last.seq);
  }

  /** Sends a reply, whatever the network says. */
  reply(room: string, {text, image}: {text?: string; image?: UnsentImage}): void {
    const {environment, now} = this.needs;
    this.outbox.add({
      id: randomUuid(environment().bytes),
      shop: this.api.shop,
      room,
      ...(text !== undefined && {text}),
      ...(image && {image}),
      at: now().toISOString(),
    });
  }

  /** Loads the next older rooms of a state. @throws HubError */
  async loadOlder(state: RoomState): Promise<void> {
    for (const summary of await this.lists[state].older()) this.store.put(summary);
    this.needs.changed();
  }

  /** Loads the latest rooms of a state that nobody asked for before. @throws HubError */
  async loadState(state: RoomState): Promise<void> {
    const list = this.lists[state];
    if (list.hasLoaded) return;
    this.show(state, await list.latest());
    this.needs.changed();
  }

  /** One room that may be in no list that is loaded. @throws HubError */
  async loadRoom(id: string): Promise<RoomSummary> {
    const summary = await this.api.room(id);
    this.put(summary);
    return summary;
  }

  /** The room is not there any more, as somebody has seen. */
  forget(room: string): void {
    this.store.remove(room);
    this.talks.delete(room);
  }

  /** Whether the hub said that there is no such room. */
  isGone(room: string): boolean {
    const error = this.talks.get(room)?.error;
    return error instanceof HubError && error.status === 404;
  }

  /** Takes a summary that came as an answer. */
  put(summary: RoomSummary): void {
    this.store.put(summary);
    this.needs.changed();
  }

  /** Takes settings that came as an answer. */
  know(settings: ChatSettings): void {
    this.store.settings = settings;
    this.needs.changed();
  }

  private async load(signal: AbortSignal): Promise<Loaded> {
    const asked = Object.values(this.lists).filter(
      ({state, hasLoaded}) => state === 'open' || hasLoaded,
    );
    const answers = await Promise.all(
      asked.map(async list => ({state: list.state, answer: await list.latest(signal)})),
    );
    return {
      show: () => {
        for (const {state, answer} of answers) {
          this.store.settings = answer.settings;
          this.show(state, answer);
        }
        const told = new Set(answers.flatMap(({answer}) => answer.rooms.map(({room}) => room.id)));
        for (const room of this.talks.keys()) if (!told.has(room)) this.stale.add(room);
        this.needs.changed();
      },
    };
  }

  private show(state: RoomState, answer: RoomsAnswer): void {
    const {rooms} = answer;
    this.lists[state].know(answer);
    for (const {summary, news} of this.store.putLatest(rooms, state)) {
      this.needs.news(summary, news);
    }
    for (const {room} of rooms) void this.talks.get(room.id)?.catchUp(room.lastSeq);
  }

  private read({type, data}: ServerSentEvent): void {
    switch (type) {
      case 'room': {
        const {room, event} = JSON.parse(data) as RoomNews;
        this.talks.get(room)?.take(event);
        break;
      }
      case 'summary': {
        const summary = JSON.parse(data) as RoomSummary;
        const news = this.store.put(summary);
        if (news) this.needs.news(summary, news);
        if (news === 'message') this.deliveries.see(summary.room.id, summary.room.lastSeq);
        break;
      }
      case 'reset': {
        const {room} = JSON.parse(data) as {room: string};
        void this.talks.get(room)?.reset();
        break;
      }
      case 'typing': {
        const {room, author} = JSON.parse(data) as {room: string; author: ChatAuthor};
        this.typing.hear(room, author);
        break;
      }
      case 'profile': {
        const {isAway} = JSON.parse(data) as {isAway: boolean};
        const {settings} = this.store;
        if (settings) this.store.settings = {...settings, isAway};
      }
    }
    this.needs.changed();
  }

  private applied(room: string, events: readonly ChatEvent[]): void {
    for (const event of events) {
      if (event.kind !== 'message' && event.kind !== 'held') continue;
      const {message} = event;
      if (!message) continue;
      this.typing.done(room, message.author.id);
      // sent, although its answer was lost
      this.outbox.remove(message.id);
    }
  }

  private async learnAuthor(room: string): Promise<void> {
    try {
      const {me} = await this.api.roomOf(room);
      if (me) this.authors.set(room, me.id);
      this.needs.changed();
    } catch {
      // then their own messages have their name, as those of their colleagues
    }
  }

  private async send(message: UnsentMessage): Promise<ChatEvent> {
    const {room, id, image} = message;
    if (image) await this.api.putImage(room, image.id, blobOf(image));
    return (await this.api.send(room, id, requestOf(message))).event;
  }
}

function blobOf({base64, type}: UnsentImage): Blob {
  const bytes = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0));
  return new Blob([bytes], {type});
}
