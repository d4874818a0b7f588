import {checkBasket, pickupSlots} from '@local-widgets/model';
import type {BasketLine, PickupMode, SlotOffer} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../context.js';
import {invalidField} from '../http/problem.js';
import {readSome} from '../shops/product-store.js';
import type {Shop} from '../shops/shop-store.js';
import {words} from '../text/words.js';
import {takenFrom} from './slot-store.js';

export interface OfferQuestion {
  shop: Shop;
  mode: PickupMode;
  /** As in the address: `bread:2,tart:1`. */
  lines?: string;
  limit?: number;
}

/** Slots named unless asked otherwise. */
const LIMIT = 40;

/** The slots in which a basket fits now. Products that are not on offer are left out of it. */
export async function slotOffer(
  {db, clock}: HubContext,
  {shop, mode, lines = '', limit = LIMIT}: OfferQuestion,
): Promise<SlotOffer> {
  const now = clock.now();
  const wanted = readLines(lines);
  const products = await readSome(
    db,
    shop.id,
    wanted.map(({product}) => product),
  );
  const {items} = checkBasket(products, wanted);
  const taken = await takenFrom(db, {shopId: shop.id, mode, from: now});
  return pickupSlots({settings: shop.settings, mode, lines: items, now, taken, limit});
}

/** @throws HubProblem `invalid` when it is not `product:quantity`, comma, … */
function readLines(text: string): BasketLine[] {
  if (text === '') return [];
  return text.split(',').map(part => {
    const [, product, quantity] = /^([a-z0-9-]{1,64}):(\d{1,3})$/.exec(part) ?? [];
    if (product === undefined || !Number(quantity)) {
      throw invalidField('/lines', language => words(language).badSlotLines);
    }
    return {product, quantity: Number(quantity)};
  });
}
