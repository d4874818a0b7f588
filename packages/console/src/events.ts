import type {Order} from '@local-widgets/model/schemas.js';

/** All our events bubble and leave the shadow tree: a page may listen on any ancestor. */
const TRAVELS = {bubbles: true, composed: true} as const;

export interface OrderReceivedDetail {
  /** Id of the order. */
  readonly id: string;
  /** Id of the shop. */
  readonly shop: string;
  /** What is said at the counter. */
  readonly code: string;
}

/** An order came in while the desk was open; without the customer's name or contact. */
export class LocalOrderReceivedEvent extends CustomEvent<OrderReceivedDetail> {
  constructor({id, shop, code}: Pick<Order, 'id' | 'shop' | 'code'>) {
    super('local-order-received', {...TRAVELS, detail: {id, shop, code}});
  }
}

export interface OrdersWaitingDetail {
  /** Orders that nobody has accepted yet. */
  readonly count: number;
}

/** The number of orders that wait to be accepted has changed. */
export class LocalOrdersWaitingEvent extends CustomEvent<OrdersWaitingDetail> {
  constructor(detail: OrdersWaitingDetail) {
    super('local-orders-waiting', {...TRAVELS, detail});
  }
}

export interface MessageReceivedDetail {
  /** Id of the conversation, or of the room. */
  readonly room: string;
  /** Id of the shop. */
  readonly shop: string;
}

/** Somebody wrote while the inbox was open; without their name or words. */
export class LocalMessageReceivedEvent extends CustomEvent<MessageReceivedDetail> {
  constructor(detail: MessageReceivedDetail) {
    super('local-message-received', {...TRAVELS, detail});
  }
}

export interface MessagesWaitingDetail {
  /** Conversations and rooms with something to read or to decide. */
  readonly count: number;
}

/** The number of conversations with something to read or to decide has changed. */
export class LocalMessagesWaitingEvent extends CustomEvent<MessagesWaitingDetail> {
  constructor(detail: MessagesWaitingDetail) {
    super('local-messages-waiting', {...TRAVELS, detail});
  }
}

export interface ProposalsWaitingDetail {
  /** Proposed events and proposed changes that nobody has decided about. */
  readonly count: number;
}

/** The number of proposed events to decide about has changed. */
export class LocalProposalsWaitingEvent extends CustomEvent<ProposalsWaitingDetail> {
  constructor(detail: ProposalsWaitingDetail) {
    super('local-proposals-waiting', {...TRAVELS, detail});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'local-message-received': LocalMessageReceivedEvent;
    'local-messages-waiting': LocalMessagesWaitingEvent;
    'local-order-received': LocalOrderReceivedEvent;
    'local-orders-waiting': LocalOrdersWaitingEvent;
    'local-proposals-waiting': LocalProposalsWaitingEvent;
  }
}
