import {
  basketPoints,
  basketTotal,
  checkBasket,
  deliveryZoneFor,
  formatCents,
  isSlotOnOffer,
  missingDuties,
  withdrawalEnd,
} from '@local-widgets/model';
import type {BasketItem, BasketTotal} from '@local-widgets/model';
import type {
  DeliveryZone,
  OrderRequest,
  PickupRules,
  Product,
  Slot,
} from '@local-widgets/model/schemas.js';
import type {HubConfig} from '../config/hub-config.js';
import {HubProblem, invalidField} from '../http/problem.js';
import {paymentsOf} from '../shops/shop-profile.js';
import type {Shop} from '../shops/shop-store.js';
import {words} from '../text/words.js';

/** An order as it may be placed, if its slot and its stock still hold it when it is written. */
export interface OrderPlan extends BasketTotal {
  items: readonly BasketItem[];
  /** The slot as it is while nobody is in it. */
  slot: Slot;
  points: number;
  cancelUntil: Date;
  withdrawUntil: Date | undefined;
}

export interface PlanQuestion {
  shop: Shop;
  /** Those of the basket; others do not matter. */
  products: readonly Product[];
  request: OrderRequest;
  now: Date;
  config: Pick<HubConfig, 'payments'>;
}

/**
 * Holds a request against the shop's rules: all that can be known without taking anything. Prices,
 * stock and slots are the hub's own; those of the page are hints.
 *
 * @throws HubProblem what is wrong, in the order in which a person would mend it
 */
export function planOrder({shop, products, request, now, config}: PlanQuestion): OrderPlan {
  const {settings} = shop;
  if (settings.isPaused) throw new HubProblem('paused');
  if (missingDuties(settings, products).length > 0) throw new HubProblem('not-open-yet');
  checkForm(request, shop, config);
  const rules = settings.pickup.find(({mode}) => mode === request.mode);
  if (!rules) throw invalidField('/mode', language => words(language).modeNotOffered);
  const {items, problems} = checkBasket(products, request.lines);
  if (problems.length > 0) throw basketProblem(problems, products);
  const zone = request.mode === 'delivery' ? zoneFor(rules, request) : undefined;
  const total = basketTotal(items, zone?.fee);
  if (zone) checkMinimum(zone, total);
  if (total.total !== request.expectedTotal) throw priceChanged(total.total);
  const startsAt = new Date(request.slot.startsAt);
  const slot = isSlotOnOffer({settings, mode: request.mode, lines: items, now}, startsAt);
  if (!slot) throw new HubProblem('slot-gone');
  return {
    ...total,
    items,
    slot,
    points: basketPoints(items),
    cancelUntil: new Date(startsAt.getTime() - settings.cancelUntilMinutes * 60_000),
    withdrawUntil: withdrawalEnd(
      {contract: settings.contract, lines: items, receivedAt: new Date(slot.endsAt)},
      settings,
    ),
  };
}

function checkForm(request: OrderRequest, shop: Shop, config: PlanQuestion['config']): void {
  const {settings} = shop;
  const {contract, contact, payment, acceptsTerms} = request;
  if (contract !== settings.contract) {
    throw invalidField('/contract', language => words(language).otherContract[settings.contract]);
  }
  if (contract === 'order' && !acceptsTerms) {
    throw invalidField('/acceptsTerms', language => words(language).termsNeeded);
  }
  if (contact.email === undefined && contact.telephone === undefined) {
    throw invalidField('/contact', language => words(language).contactNeeded);
  }
  if (!paymentsOf(shop, config).includes(payment)) {
    throw invalidField('/payment', language => words(language).paymentNotTaken);
  }
}

function zoneFor(rules: PickupRules, {address}: OrderRequest): DeliveryZone {
  if (!address?.postalCode || !address.streetAddress) {
    throw invalidField('/address', language => words(language).addressNeeded);
  }
  const zone = deliveryZoneFor(rules, address.postalCode);
  if (!zone) throw new HubProblem('not-delivered-there');
  return zone;
}

function checkMinimum({minimum}: DeliveryZone, {total, deliveryFee = 0}: BasketTotal): void {
  if (total - deliveryFee >= minimum) return;
  throw new HubProblem('below-minimum', {
    detail: language => words(language).minimumIs(formatCents(minimum, language)),
  });
}

function priceChanged(total: number): HubProblem {
  return new HubProblem('price-changed', {
    total,
    detail: language => words(language).totalIs(formatCents(total, language)),
  });
}

function basketProblem(
  problems: ReturnType<typeof checkBasket>['problems'],
  products: readonly Product[],
): HubProblem {
  const nameOf = (id: string) => products.find(product => product.id === id)?.name ?? id;
  const first = problems[0]!;
  const {code} = first;
  if (code === 'product-gone') {
    return new HubProblem(code, {
      detail: language => words(language).goneProduct(nameOf(first.product)),
    });
  }
  if (code === 'too-many') {
    const {product, available = 0} = first;
    return invalidField('/lines', language =>
      words(language).tooManyOf(nameOf(product), available),
    );
  }
  const short = problems.filter(problem => problem.code === 'out-of-stock');
  return outOfStock(
    short.map(({product, available}) => [product, available ?? 0]),
    nameOf,
  );
}

/** @param left product ids with what is left of them; at least one */
export function outOfStock(
  left: readonly (readonly [string, number])[],
  nameOf: (id: string) => string,
): HubProblem {
  return new HubProblem('out-of-stock', {
    stock: Object.fromEntries(left),
    detail: language =>
      left.map(([id, count]) => words(language).leftOf(nameOf(id), count)).join(' '),
  });
}
