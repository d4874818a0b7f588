import type {Language, Order, ShopSettings} from '@local-widgets/model/schemas.js';
import type {Database} from '../context.js';
import type {MailPayload} from './payload.js';

/** Who gets a mail, in which language. */
export interface Receiver {
  name?: string;
  address: string;
  language: Language;
}

interface Known {
  order?: Order | undefined;
  shop?: ShopSettings | undefined;
}

/**
 * Who gets the mail, as things stand when it is sent; `undefined` when there is nobody (any more): a
 * customer who gave a telephone number only, an erased order, a person who was removed.
 */
export async function receiverOf(
  db: Database,
  {to, person, toShop, data}: MailPayload,
  {order, shop}: Known,
): Promise<Receiver | undefined> {
  const fallback = data?.language ?? order?.language ?? 'fr';
  if (to !== undefined) return {address: to, language: fallback};
  if (toShop) return shop?.email === undefined ? undefined : {address: shop.email, language: 'fr'};
  if (person !== undefined) return personOf(db, person);
  const {email, name} = order?.contact ?? {};
  return email === undefined
    ? undefined
    : {address: email, language: fallback, ...(name !== undefined && {name})};
}

async function personOf(db: Database, id: string): Promise<Receiver | undefined> {
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const language = row.language === 'en' ? 'en' : 'fr';
  return {address: row.email, language, ...(row.name !== null && {name: row.name})};
}
