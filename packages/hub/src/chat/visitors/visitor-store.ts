import {uuid7} from '../../chance-and-clock.js';
import type {HubContext, HubTransaction} from '../../context.js';

type Context = Pick<HubContext, 'clock' | 'chance'>;

/** The visitor whose secret has this hash, made with the first thing that they begin. */
export async function findOrMakeVisitor(
  {clock, chance}: Context,
  trx: HubTransaction,
  keyHash: string,
): Promise<string> {
  const known = await trx
    .selectFrom('visitor_keys')
    .select('visitor_id')
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  if (known) return known.visitor_id;
  const id = uuid7(clock, chance);
  const now = clock.now().getTime();
  await trx.insertInto('visitors').values({id, created_at: now}).execute();
  // the same secret at the same moment by another request: that one's visitor counts, and it fails here
  await trx
    .insertInto('visitor_keys')
    .values({key_hash: keyHash, visitor_id: id, created_at: now})
    .execute();
  return id;
}
