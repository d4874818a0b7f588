import type {OrderLine} from '@local-widgets/model/schemas.js';
import type {Database} from '../context.js';
import type {ShopDay} from './shop-day.js';

/** One product of a day, and how many of it for which slot. */
export interface PreparationLine {
  product: string;
  name: string;
  quantity: number;
  /** In order of time. */
  bySlot: {startsAt: string; quantity: number}[];
}

/** What is still to be prepared for a day: the lines of orders that are neither ready nor over, by name. */
export async function preparationList(
  db: Database,
  shopId: string,
  {from, to}: ShopDay,
): Promise<PreparationLine[]> {
  const orders = await db
    .selectFrom('orders')
    .select(['starts_at', 'lines'])
    .where('shop_id', '=', shopId)
    .where('state', 'in', ['received', 'accepted'])
    .where('starts_at', '>=', from)
    .where('starts_at', '<', to)
    .orderBy('starts_at')
    .execute();
  const products = new Map<string, PreparationLine>();
  for (const order of orders) {
    const startsAt = new Date(order.starts_at).toISOString();
    for (const line of JSON.parse(order.lines) as OrderLine[]) addLine(products, line, startsAt);
  }
  return [...products.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

function addLine(
  products: Map<string, PreparationLine>,
  {product, name, quantity}: OrderLine,
  startsAt: string,
): void {
  const entry = products.get(product) ?? {product, name, quantity: 0, bySlot: []};
  entry.quantity += quantity;
  const last = entry.bySlot.at(-1);
  if (last?.startsAt === startsAt) last.quantity += quantity;
  else entry.bySlot.push({startsAt, quantity});
  products.set(product, entry);
}
