import type {BasketLine, Order, PickupMode} from '@local-widgets/model/schemas.js';

/** All our events bubble and leave the shadow tree: a page may listen on any ancestor. */
const TRAVELS = {bubbles: true, composed: true} as const;

export interface BasketChangeDetail {
  /** Address of the hub; empty where orders go by phone and e-mail. */
  readonly hub: string;
  /** Id of the shop. */
  readonly shop: string;
  /** Ids and numbers of what is in the basket now. */
  readonly lines: readonly BasketLine[];
  /** Pieces in all. */
  readonly count: number;
}

/** A person changed the basket of a shop; not fired for what another tab did. */
export class LocalBasketChangeEvent extends CustomEvent<BasketChangeDetail> {
  constructor(detail: BasketChangeDetail) {
    super('local-basket-change', {...TRAVELS, detail});
  }
}

export interface OrderPlacedDetail {
  readonly hub: string;
  readonly shop: string;
  /** `order` or `reservation`. */
  readonly contract: Order['contract'];
  /** `collect`, `drive` or `delivery`. */
  readonly mode: PickupMode;
  /** Cents, taxes included. */
  readonly total: number;
  /** Pieces in all. */
  readonly count: number;
}

/** The shop has the order. Nothing in it tells who ordered. */
export class LocalOrderPlacedEvent extends CustomEvent<OrderPlacedDetail> {
  constructor(detail: OrderPlacedDetail) {
    super('local-order-placed', {...TRAVELS, detail});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'local-basket-change': LocalBasketChangeEvent;
    'local-order-placed': LocalOrderPlacedEvent;
  }
}
