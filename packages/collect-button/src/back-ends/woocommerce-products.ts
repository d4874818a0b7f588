import type {Product} from '@local-widgets/model/schemas.js';
import type {PickupPlace} from './port.js';
import type {WooPrices, WooProduct, WooRate} from './woocommerce-types.js';

/** Names of characters that WordPress writes as such; numbers are all understood. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  times: '×',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  hellip: '…',
  ndash: '–',
  euro: '€',
};

/** What can be ordered by its number alone: in euros, without variants. */
export function productsFrom(list: readonly WooProduct[]): Product[] {
  return list
    .filter(product => product.is_purchasable && !product.has_options && isEuro(product.prices))
    .map(toProduct);
}

export const isEuro = ({currency_code: code, currency_minor_unit: unit}: WooPrices): boolean =>
  code === 'EUR' && unit === 2;

function toProduct(woo: WooProduct): Product {
  const description = plainText(woo.short_description);
  const category = woo.categories?.[0]?.name;
  const image = woo.images[0];
  const stock = woo.is_in_stock ? woo.low_stock_remaining : 0;
  const most = woo.add_to_cart?.maximum;
  return {
    id: String(woo.id),
    name: plainText(woo.name),
    price: Number(woo.prices.price),
    vatRate: 0,
    ...(description && {description}),
    ...(category && {category: plainText(category)}),
    ...(image && {image: {url: image.thumbnail, alt: plainText(image.alt)}}),
    ...(stock !== null && {stock}),
    ...(most && most < 999 && {maxPerOrder: most}),
  };
}

/** The places of local pickup, of the blocks' kind and of the older one. */
export function placesFrom(rates: readonly WooRate[]): PickupPlace[] {
  return rates
    .filter(({method_id: method}) => /^(pickup_location|local_pickup)$/.test(method))
    .map(({rate_id: id, name, price, meta_data: meta}) => {
      const about = (key: string): string =>
        plainText(meta.find(entry => entry.key === key)?.value ?? '');
      const details = [about('pickup_address'), about('pickup_details')].filter(Boolean).join(', ');
      return {
        id,
        name: about('pickup_location') || plainText(name),
        price: Number(price),
        ...(details && {details}),
      };
    });
}

/** HTML of WordPress as text: it is only ever shown as text. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
      (entity: string, decimal?: string, hex?: string, name?: string) => {
        if (name) return ENTITIES[name.toLowerCase()] ?? entity;
        const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      },
    )
    .replace(/\s+/g, ' ')
    .trim();
}
