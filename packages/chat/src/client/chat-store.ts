import type {Clock} from '@local-widgets/core';
import {toJson} from '@local-widgets/model';
import type {ConversationRequest} from '@local-widgets/model/schemas.js';
import {entryName} from '../entry-name.js';
import type {ChatProblem} from './chat-error.js';

/** A room that this visitor wrote in. */
export interface KeptRoom {
  readonly id: string;
  /** Id of the shop or town hall. */
  readonly shop: string;
  /** What it is called, for a list of conversations. */
  readonly name?: string;
  readonly isPublic?: boolean;
  /** What begins the conversation; absent once the hub has it. */
  readonly request?: ConversationRequest | undefined;
  /** Number of the last event that the person has seen. */
  readonly seen: number;
  /** Who may be answered elsewhere, too: a contact was given. */
  readonly hasContact?: boolean;
}

/** Who the visitor is at a hub, and where they wrote. */
export interface KeptChat {
  readonly secret: string;
  readonly rooms: readonly KeptRoom[];
}

/** A message that the hub has not answered for yet. Its id was made before the first attempt. */
export interface KeptMessage {
  readonly id: string;
  readonly room: string;
  /** Messages of a room are sent in this order. */
  readonly order: number;
  /** ISO 8601, by the clock of the device. */
  readonly at: string;
  readonly text?: string;
  readonly image?: KeptImage;
  /** Why the hub refused it; the person may try again. */
  readonly problem?: ChatProblem | undefined;
}

export interface KeptImage {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly alt?: string;
  /** The hub has it. */
  readonly isSent?: boolean;
}

export interface StoreNeeds {
  /** Throws, or gives nothing, where the browser refuses. */
  readonly storage: () => Storage | undefined;
  /** Tells what other tabs changed (`storage`). */
  readonly page: EventTarget | undefined;
  readonly clock: Clock;
}

/** Milliseconds after which a conversation that nobody came back to is forgotten on the device. */
const LONGEST = 90 * 24 * 3_600_000;
/** Of the shapes above; another one is not read. */
const VERSION = 1;

/**
 * What outlives the page, and is the same in all tabs: the secret, the rooms, and messages on their
 * way. Each message has an entry of its own, so that tabs never overwrite one another's. Nothing is
 * written before the first message; what cannot be written lives as long as the page.
 */
export class ChatStore {
  /** Something could not be written: it will be lost with the page. */
  isVolatile = false;

  private readonly name: string;
  private readonly storage: Storage | undefined;
  /** What the storage did not take. */
  private readonly memory = new Map<string, string>();

  constructor(
    hub: string,
    private readonly needs: StoreNeeds,
  ) {
    this.name = entryName(hub);
    this.storage = attempt(needs.storage);
  }

  /** Undefined until the first message. */
  get chat(): KeptChat | undefined {
    const kept = this.read(this.name) as
      (KeptChat & {readonly at?: number; readonly version?: number}) | undefined;
    if (kept?.version !== VERSION || typeof kept.secret !== 'string') return undefined;
    const isOld = this.now - Number(kept.at) > LONGEST;
    return isOld && this.messages().length === 0 ? undefined : kept;
  }

  /** Undefined forgets everything. */
  set chat(chat: KeptChat | undefined) {
    if (chat) this.write(this.name, {...chat, version: VERSION, at: this.now});
    else this.names.forEach(name => this.remove(name));
  }

  /** Changes one room, or brings it in. Does nothing while there is no secret. */
  keepRoom(room: KeptRoom): void {
    const {chat} = this;
    if (!chat) return;
    const rooms = chat.rooms.filter(({id}) => id !== room.id);
    this.chat = {...chat, rooms: [...rooms, room]};
  }

  /** Forgets a room and the messages that it did not get; with the last one, who the visitor is. */
  dropRoom(room: string): void {
    for (const {id} of this.messages(room)) this.drop(id);
    const {chat} = this;
    const rooms = chat?.rooms.filter(({id}) => id !== room) ?? [];
    this.chat = chat && rooms.length > 0 ? {...chat, rooms} : undefined;
  }

  /** Messages on their way, in their order. */
  messages(room?: string): KeptMessage[] {
    return this.names
      .filter(name => name.startsWith(`${this.name}|`))
      .map(name => this.read(name) as KeptMessage | undefined)
      .filter(message => message !== undefined && (!room || message.room === room))
      .sort((one, other) => one!.order - other!.order) as KeptMessage[];
  }

  keep(message: KeptMessage): void {
    this.write(`${this.name}|${message.id}`, message);
  }

  /** With the bytes of its image. */
  drop(message: string): void {
    this.remove(`${this.name}|${message}`);
    this.remove(`${this.name}#${message}`);
  }

  /** The image of a message on its way, as a data URL. */
  image(message: string): string | undefined {
    return this.read(`${this.name}#${message}`) as string | undefined;
  }

  keepImage(message: string, dataUrl: string): void {
    this.write(`${this.name}#${message}`, dataUrl);
  }

  /** Calls back when another tab changed something, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    const {page} = this.needs;
    const follow = (event: Event): void => {
      const {key} = event as StorageEvent;
      // no key: everything was erased
      if (key === null || key.startsWith(this.name)) listener();
    };
    page?.addEventListener('storage', follow);
    return () => page?.removeEventListener('storage', follow);
  }

  private get now(): number {
    return this.needs.clock.now().getTime();
  }

  /** Of all entries of this hub. */
  private get names(): string[] {
    const {storage} = this;
    const stored = attempt(() =>
      [...Array(storage?.length ?? 0).keys()].map(index => storage?.key(index) ?? ''),
    );
    return [...new Set([...(stored ?? []), ...this.memory.keys()])].filter(
      name => name.startsWith(this.name) && /^(?:[|#]|$)/.test(name.slice(this.name.length)),
    );
  }

  private read(name: string): unknown {
    const text = this.memory.get(name) ?? attempt(() => this.storage?.getItem(name));
    return attempt((): unknown => (text ? JSON.parse(text) : undefined));
  }

  private write(name: string, value: unknown): void {
    const text = toJson(value);
    const isKept = attempt(() => {
      this.storage?.setItem(name, text);
      // some web views have null instead
      return Boolean(this.storage);
    });
    if (isKept) this.memory.delete(name);
    else {
      this.memory.set(name, text);
      this.isVolatile = true;
    }
  }

  private remove(name: string): void {
    this.memory.delete(name);
    attempt(() => this.storage?.removeItem(name));
  }
}

/** Storage throws when it is blocked, full, or holds what is not ours. */
function attempt<R>(action: () => R): R | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
