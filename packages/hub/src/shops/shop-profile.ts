import {missingDuties} from '@local-widgets/model';
import type {
  Catalogue,
  PaymentMeans,
  Product,
  ShopProfile,
  ShopSettings,
} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../chance-and-clock.js';
import type {HubConfig} from '../config/hub-config.js';
import type {Shop} from './shop-store.js';

/**
 * What any page may know of a shop.
 *
 * @param products all of its catalogue, or those of it that may keep it from taking orders (`untoldProducts`)
 * @param config without an account of the shop, paying online is not offered
 */
export function toProfile(
  {id, settings}: Shop,
  products: readonly Product[],
  config: Pick<HubConfig, 'payments'>,
): ShopProfile {
  const acceptsOrders = !settings.isPaused && missingDuties(settings, products).length === 0;
  const shown = Object.entries(settings).filter(([name]) => name !== 'allowedOrigins');
  return {
    ...(Object.fromEntries(shown) as Omit<ShopSettings, 'allowedOrigins'>),
    id,
    payments: paymentsOf({id, settings}, config),
    acceptsOrders,
  };
}

/** How one can pay: as the shop says, online only where the hub knows its account. */
export function paymentsOf(
  {id, settings}: Pick<Shop, 'id' | 'settings'>,
  {payments}: Pick<HubConfig, 'payments'>,
): PaymentMeans[] {
  return settings.payments.filter(means => means !== 'online' || Object.hasOwn(payments, id));
}

/** What is on offer: hidden products are not told. */
export function toCatalogue(shop: Shop, products: readonly Product[]): Catalogue {
  return {
    shop: shop.id,
    currency: 'EUR',
    updatedAt: shop.catalogueUpdatedAt.toISOString(),
    products: products.filter(({isHidden}) => !isHidden),
  };
}

/** A strong ETag (RFC 9110, 8.8.3): changes with the merchant's version and with each piece sold. */
export function catalogueTag({catalogueVersion}: Shop, body: string): string {
  return `"${catalogueVersion}-${sha256Hex(body).slice(0, 16)}"`;
}

/** Whether `If-None-Match` names the tag; weak ones count as the same (13.1.2). */
export function matchesTag(header: string | undefined, tag: string): boolean {
  return (
    header !== undefined &&
    header.split(',').some(one => ['*', tag].includes(one.trim().replace(/^W\//, '')))
  );
}
