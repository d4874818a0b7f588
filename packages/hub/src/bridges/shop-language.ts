import type {Language} from '@local-widgets/model/schemas.js';
import type {Database} from '../context.js';

/** The language of who answers for a shop: that of the first of its people, French while it has none. */
export async function shopLanguage(db: Database, shopId: string): Promise<Language> {
  const row = await db
    .selectFrom('memberships as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select('p.language')
    .where('m.shop_id', '=', shopId)
    .orderBy('m.created_at')
    .orderBy('p.id')
    .limit(1)
    .executeTakeFirst();
  return row?.language === 'en' ? 'en' : 'fr';
}
