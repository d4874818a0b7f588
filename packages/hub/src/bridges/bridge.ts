import type {
  ChatEvent,
  ChatSettings,
  ShopSettings,
  VisitorContact,
} from '@local-widgets/model/schemas.js';
import type {RoomRow} from '../chat/rooms/room-row.js';
import type {HubTransaction} from '../context.js';

/** `mail` brings visitors' messages to the shop, `visitor-mail` the shop's answers to a visitor who left. */
export type BridgeName = 'mail' | 'visitor-mail' | 'xmpp' | 'matrix';

/** A way by which a conversation goes on in a tool that somebody has already. */
export interface ChatBridge {
  readonly name: BridgeName;
  /**
   * Whether one process alone must have it: it holds a line of which there can be one only. Others may run
   * in all processes, since whoever writes the cursor first has delivered.
   */
  readonly needsLease: boolean;
  /** Who is reached by it in this shop; absent when nobody is. */
  addressOf(shop: ShopOfBridge): string | undefined;
  /** Of a room that it never delivered from: the number of the last event that is not news any more. */
  startOf(row: Pick<RoomRow, 'shop_read' | 'visitor_read'>): number;
  /** Called when this process may run it, before anything else. */
  open(host: BridgeHost): Promise<void>;
  /**
   * Delivers from the first event on, and returns after the first thing that left, so that the cursor is
   * written before the next one: what leaves twice, after a kill in between, does so under the same id.
   *
   * @throws NotConnected when the whole bridge is down; it is woken by `host.up`
   * @throws anything else when this room has to wait, for longer each time
   */
  deliver(delivery: Delivery): Promise<Delivered>;
  /** The visitor of a room types. */
  typing?(roomId: string): Promise<void>;
  /** Ends what is under way, and its line. */
  close(): Promise<void>;
}

/** What a bridge is given by who runs it. */
export interface BridgeHost {
  /** It works (again): deliver what waits. */
  up(): void;
  /** It does not, for the reason in the sentence, in which nobody is named. */
  down(fault: string): void;
}

export interface ShopOfBridge {
  id: string;
  settings: ShopSettings;
  chat: ChatSettings;
}

/** A conversation as bridges see it. */
export interface BridgedRoom {
  row: RoomRow;
  shop: ShopOfBridge;
  /** How the visitor is called and reached, as far as they told. */
  contact: VisitorContact;
  /** Who is reached: what `addressOf` gave. */
  address: string;
}

export interface Delivery {
  room: BridgedRoom;
  /** What comes after the cursor, in order; one at least. As people of the shop see it. */
  events: readonly ChatEvent[];
}

export interface Delivered {
  /** Number of the last event that is done with; that before the first when none is. */
  upTo: number;
  /** Nothing can be done before: do not ask until then. */
  again?: Date | undefined;
  /** What is to be written in the transaction of the cursor. */
  write?: ((trx: HubTransaction) => Promise<void>) | undefined;
  /** Called once that is committed. */
  afterwards?: (() => void) | undefined;
}

/** The bridge as a whole cannot reach its other side. The message is a sentence that names nobody. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected';
}

/** One room has to wait; the message is a sentence that names nobody. */
export class TryLater extends Error {
  override readonly name = 'TryLater';

  constructor(
    message: string,
    /** Milliseconds that the other side asked for. */
    readonly retryAfter = 0,
  ) {
    super(message);
  }
}

/** The event of this number is refused for ever: it is passed over, counted and logged. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly seq: number,
    message: string,
  ) {
    super(message);
  }
}
