import type {FeedErrorCode} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';

/** All our events bubble and leave the shadow tree: a page may listen on any ancestor. */
const TRAVELS = {bubbles: true, composed: true} as const;

export interface ShopSelectDetail {
  /** Id of the chosen place; `null` when the choice was taken back. */
  readonly id: string | null;
  /** The chosen place, as plain data. */
  readonly place: Place | null;
}

/** A person chose a place in the list or on the map, or closed its card. */
export class LocalShopSelectEvent extends CustomEvent<ShopSelectDetail> {
  constructor(detail: ShopSelectDetail) {
    super('local-shop-select', {...TRAVELS, detail});
  }
}

export interface ShopsFilterDetail {
  /** Ids of the places that pass, in the order of the list. */
  readonly ids: readonly string[];
}

/** A person changed a filter or the order; not fired for changes made by attributes. */
export class LocalShopsFilterEvent extends CustomEvent<ShopsFilterDetail> {
  constructor(detail: ShopsFilterDetail) {
    super('local-shops-filter', {...TRAVELS, detail});
  }
}

export interface ShopsLoadDetail {
  /** Places that can be shown. */
  readonly count: number;
  /** Rows of the source that could not be read; the console names each. */
  readonly rejected: number;
}

/** The source was read. */
export class LocalShopsLoadEvent extends CustomEvent<ShopsLoadDetail> {
  constructor(detail: ShopsLoadDetail) {
    super('local-shops-load', {...TRAVELS, detail});
  }
}

export interface ShopsErrorDetail {
  readonly code: FeedErrorCode;
  /** English, for logs. */
  readonly message: string;
}

/** The source could not be loaded or read. */
export class LocalShopsErrorEvent extends CustomEvent<ShopsErrorDetail> {
  constructor(detail: ShopsErrorDetail) {
    super('local-shops-error', {...TRAVELS, detail});
  }
}

/** What the page's other elements can do for a place. */
export type ShopAction = 'order' | 'chat' | 'events';

export interface ShopActionDetail {
  readonly action: ShopAction;
  /** Id of the place it is about. */
  readonly id: string;
  /** The place, as plain data. */
  readonly place: Place;
}

/** A person wants to order from a place, to talk to it, or to see what is on there. */
export class LocalShopActionEvent extends CustomEvent<ShopActionDetail> {
  constructor(detail: ShopActionDetail) {
    super('local-shop-action', {...TRAVELS, detail});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'local-shop-action': LocalShopActionEvent;
    'local-shop-select': LocalShopSelectEvent;
    'local-shops-filter': LocalShopsFilterEvent;
    'local-shops-load': LocalShopsLoadEvent;
    'local-shops-error': LocalShopsErrorEvent;
  }
}
