import {secretToken, sha256Hex, uuid7} from '../chance-and-clock.js';
import type {HubContext} from '../context.js';
import type {Role} from './roles.js';

type Context = Pick<HubContext, 'db' | 'clock' | 'chance'>;

/** What starts every token, so that scanners for leaked secrets can know it. */
const PREFIX = 'lwhub_';

/** Milliseconds between two notes of when a token was last used. */
const NOTE_EVERY = 60_000;

export interface ApiToken {
  id: string;
  name: string;
  role: Role;
  /** ISO 8601. */
  createdAt: string;
  lastUsedAt?: string;
}

/** A token as its maker sees it, once. */
export interface NewApiToken extends ApiToken {
  token: string;
}

const iso = (instant: number) => new Date(instant).toISOString();

export async function createToken(
  {db, clock, chance}: Context,
  shopId: string,
  {name, role}: {name: string; role: Role},
): Promise<NewApiToken> {
  const token = PREFIX + secretToken(chance);
  const id = uuid7(clock, chance);
  const now = clock.now().getTime();
  await db
    .insertInto('api_tokens')
    .values({
      id,
      shop_id: shopId,
      token_hash: sha256Hex(token),
      name,
      role,
      created_at: now,
      last_used_at: null,
      revoked_at: null,
    })
    .execute();
  return {id, name, role, createdAt: iso(now), token};
}

/** Those that are good, the newest first. */
export async function listTokens(
  {db}: Pick<HubContext, 'db'>,
  shopId: string,
): Promise<ApiToken[]> {
  const rows = await db
    .selectFrom('api_tokens')
    .select(['id', 'name', 'role', 'created_at', 'last_used_at'])
    .where('shop_id', '=', shopId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    role: row.role as Role,
    createdAt: iso(row.created_at),
    ...(row.last_used_at !== null && {lastUsedAt: iso(row.last_used_at)}),
  }));
}

/** @returns whether there was one to revoke */
export async function revokeToken(
  {db, clock}: Pick<HubContext, 'db' | 'clock'>,
  shopId: string,
  id: string,
): Promise<boolean> {
  const {numUpdatedRows} = await db
    .updateTable('api_tokens')
    .set({revoked_at: clock.now().getTime()})
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What a token is good for; `undefined` when it never was, or was revoked. */
export async function findTokenRole(
  {db, clock}: Pick<HubContext, 'db' | 'clock'>,
  token: string,
): Promise<{shopId: string; role: Role} | undefined> {
  const row = await db
    .selectFrom('api_tokens')
    .select(['id', 'shop_id', 'role', 'last_used_at'])
    .where('token_hash', '=', sha256Hex(token))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const now = clock.now().getTime();
  if (now - (row.last_used_at ?? 0) > NOTE_EVERY) {
    await db.updateTable('api_tokens').set({last_used_at: now}).where('id', '=', row.id).execute();
  }
  return {shopId: row.shop_id, role: row.role as Role};
}
