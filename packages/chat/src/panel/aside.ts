import type {Clock} from '@local-widgets/core';
import type {ChatProfile} from '@local-widgets/model/schemas.js';
import type {ChatHost} from '../chat-part.js';
import type {ChatClient} from '../client/chat-client.js';
import type {NewMessage, RoomClient, ShownMessage} from '../client/room-client.js';
import type {Words} from '../locales/index.js';
import type {ChatSettings} from '../settings.js';
import type {Draft} from './draft.js';

/** What stands in the panel instead of the messages: options, rules, a report. */
export interface Aside {
  readonly title: string;
  template(): unknown;
}

/** What the parts that load later know of the panel, and ask of it. */
export interface PanelView {
  readonly host: ChatHost;
  readonly settings: ChatSettings;
  readonly profile: ChatProfile | undefined;
  readonly draft: Draft;
  readonly clock: Clock;
  readonly words: Words;
  readonly isOpen: boolean;
  /** Ends with the panel's being open. */
  readonly signal: AbortSignal;
  /** Once the part that carries messages is there, which brings these two. */
  readonly client: ChatClient;
  readonly room: RoomClient;
  readonly isAside: boolean;
  /** Shows it, or the messages again. */
  show(aside: Aside | undefined): void;
  /** Shows another conversation. */
  turnTo(room: RoomClient): void;
  /** Begins a new conversation with the same shop; what was not sent goes along. */
  startAnew(): void;
  /** Says it in the status, for those who do not see it. */
  say(sentence: string): void;
  /** Gives the keyboard to the first that is found, after the next rendering. */
  focus(...selectors: string[]): void;
  /** Somebody went away or came back: when they answer is another time. */
  askHours(): void;
  emit(event: Event): void;
  update(): void;
}

/** What carries messages: the client of the hub, and the list that shows them. */
export interface TalkPart {
  /** It has a client, and a room to show. */
  readonly isAttached: boolean;
  readonly client: ChatClient;
  readonly room: RoomClient;
  /** Of all conversations that this element stands for. */
  readonly unread: number;
  readonly isUsed: boolean;
  /** Sentences about what stands between a person and an answer. */
  readonly notices: readonly string[];
  /** Takes the client of the page, and the room that the panel is about. */
  attach(): void;
  /** Takes up what was kept. */
  start(): void;
  send(message: NewMessage): void;
  look(room: RoomClient): void;
  /** @param first what stands above the messages */
  template(first: unknown, views: RowParts): unknown;
  /** The list was hidden, or is shown again. */
  refill(): void;
  hostUpdate(): void;
  hostUpdated(views: RowParts): void;
  leave(): void;
}

/** What the rows of messages need of other parts. */
export interface RowParts {
  readonly images: ImagesPart | undefined;
  readonly neighbours: PublicPart | undefined;
}

/** What joins, reports, and tells why one cannot write: in rooms where neighbours meet. */
export interface PublicPart {
  /** Instead of the field for writing; undefined where one may write. */
  gate(view: PanelView): unknown;
  /** What is to be known while one writes. */
  note(view: PanelView): unknown;
  /** Seconds until one may write again. */
  rest(view: PanelView): number;
  sent(view: PanelView): void;
  report(view: PanelView, message: ShownMessage): void;
  /** Reads on for those who have not joined: no stream is theirs. */
  watch(view: PanelView): void;
}

/** Pictures: chosen, made small, shown, enlarged. */
export interface ImagesPart {
  /** The field for a picture, or what was chosen. */
  chooser(view: PanelView): unknown;
  /** Draws what a box has canvases for. */
  draw(view: PanelView, box: ParentNode): void;
  enlarge(view: PanelView, message: ShownMessage): void;
}

/** What can be done with a conversation beside writing. */
export interface MorePart {
  open(view: PanelView): void;
  /** Asks whether to go on here with what another device began. */
  follow(view: PanelView, token: string): void;
}
