import type {Clock} from '@local-widgets/core';
import type {BasketLine} from '@local-widgets/model/schemas.js';
import type {CollectEnvironment} from '../environment.js';
import {readOrder, type KeptOrder} from '../outbox/kept-order.js';
import {Basket, readLines} from './basket.js';
import {Kept} from './kept.js';

/** What all buttons of a page share about one shop of one hub. */
export interface PageShop {
  readonly basket: Basket;
  readonly order: Kept<KeptOrder>;
  /** Which of the buttons tells of the order, so that not all of them do. */
  speaker: object | undefined;
  /** Calls back when the basket or the order changes, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** One entry for each shop that the page's buttons name. */
export const pageShops = new Map<string, PageShop>();

/** How a shop is named in storage and among the buttons of a page. */
export const shopKey = (hub: string, shop: string): string => `${hub}|${shop}`;

/** The shop's basket and order, made at the first call; the first caller's world and clock count. */
export function pageShop(key: string, environment: CollectEnvironment, clock: Clock): PageShop {
  let shop = pageShops.get(key);
  if (!shop) {
    shop = makeShop(key, environment, clock);
    pageShops.set(key, shop);
  }
  return shop;
}

function makeShop(key: string, environment: CollectEnvironment, clock: Clock): PageShop {
  const lines = new Kept<readonly BasketLine[]>(
    {name: `local-widgets:basket:${key}`, read: readLines},
    environment,
    clock,
  );
  const order = new Kept<KeptOrder>(
    {name: `local-widgets:order:${key}`, read: readOrder},
    environment,
    clock,
  );
  return {
    basket: new Basket(lines),
    order,
    speaker: undefined,
    subscribe: listener => {
      const ends = [lines.subscribe(listener), order.subscribe(listener)];
      return () => ends.forEach(end => end());
    },
  };
}
