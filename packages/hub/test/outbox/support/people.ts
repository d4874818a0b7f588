import type {Database} from '../../../src/context.js';
import {NOW} from '../../support/fixtures.js';

const at = NOW.getTime();

/** Somebody of the shop `fournil`. */
export async function addPerson(
  db: Database,
  {id, language = 'fr', shop = 'fournil'}: {id: string; language?: string; shop?: string},
): Promise<void> {
  const email = `${id}@example.org`;
  await db
    .insertInto('people')
    .values({id, email, name: `Name of ${id}`, language, created_at: at})
    .execute();
  await db
    .insertInto('memberships')
    .values({person_id: id, shop_id: shop, role: 'merchant', created_at: at})
    .execute();
}

export const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
export const OLD_SECRET = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;

/** An endpoint of the shop `fournil`. */
export async function addEndpoint(
  db: Database,
  {
    id = 'till',
    isEnabled = true,
    previous = null as string | null,
    url = 'https://till.example/h',
  } = {},
): Promise<void> {
  await db
    .insertInto('webhook_endpoints')
    .values({
      id,
      shop_id: 'fournil',
      url,
      secret: SECRET,
      previous_secret: previous,
      is_enabled: isEnabled ? 1 : 0,
      created_at: at,
    })
    .execute();
}
