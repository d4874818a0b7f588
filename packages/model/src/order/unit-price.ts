import type {Content, Product} from '../schemas/catalogue.js';

/** The price of one kilogram, one litre or one piece, in cents with taxes. */
export interface UnitPrice {
  readonly price: number;
  readonly unit: 'kg' | 'l' | 'piece';
}

const MEASURES: Readonly<Record<Content['unit'], readonly [UnitPrice['unit'], number]>> = {
  kg: ['kg', 1],
  g: ['kg', 1000],
  l: ['l', 1],
  ml: ['l', 1000],
  piece: ['piece', 1],
};

/** Contents are known to a millionth: then the sums below are exact. */
const PRECISION = 1e6;

/**
 * The price by unit of measure, which stands beside the price of what is packed (arrêté of 16
 * November 1999; directive 98/6/EC), rounded half up to the cent. Undefined when the content is not
 * known, or is one piece. It may be the price itself (1 kg), and then need not be shown.
 */
export function unitPrice({price, content}: Pick<Product, 'price' | 'content'>) {
  if (!content) return undefined;
  const [unit, parts] = MEASURES[content.unit];
  const quantity = Math.round(content.quantity * PRECISION);
  if (quantity <= 0 || (unit === 'piece' && quantity === PRECISION)) return undefined;
  return {price: Math.round((price * parts * PRECISION) / quantity), unit} satisfies UnitPrice;
}
