import {secretToken, sha256Hex} from '../../chance-and-clock.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {takeKept} from '../abuse/kept-limits.js';
import {limitOf} from '../abuse/limits.js';
import {chatWords} from '../chat-words.js';
import type {RoomAccess} from '../rooms/access.js';

const MINUTE = 60_000;
/** For which a link is good. */
const GOOD_FOR = 15 * MINUTE;
/** What stands before the token in the fragment of the page's address, which no server is told. */
const FRAGMENT = '#local-chat=';

export interface VisitorLink {
  token: string;
  /** The page of the conversation, which finds the token in its fragment. */
  url: string;
  expiresAt: string;
}

/**
 * A link that opens a visitor on another device, once.
 *
 * @param page where the visitor is, for a room that knows no page
 * @throws HubProblem `not-found` for who is no visitor of the room, `too-many-requests`
 */
export async function makeLink(
  context: HubContext,
  {row, member}: RoomAccess,
  page: string,
): Promise<VisitorLink> {
  const {db, clock, chance, config} = context;
  if (!member) throw new HubProblem('not-found');
  const limit = limitOf(config.chat.limits.mailsPerHour, 'hour', 0.5);
  await takeKept(context, db, `links ${member.visitor_id}`, limit);
  const token = secretToken(chance);
  const expiresAt = new Date(clock.now().getTime() + GOOD_FOR);
  await db
    .insertInto('visitor_links')
    .values({
      token_hash: sha256Hex(token),
      visitor_id: member.visitor_id,
      room_id: row.id,
      expires_at: expiresAt.getTime(),
      used_by: null,
    })
    .execute();
  const url = `${row.page ?? page}${FRAGMENT}${token}`;
  return {token, url, expiresAt: expiresAt.toISOString()};
}

/**
 * Makes a secret another one of the link's visitor. The same secret may ask again: the answer may have been
 * lost.
 *
 * @throws HubProblem `not-found` for a link that is none, expired or used; `invalid` for a secret that has
 *   a visitor of its own
 */
export async function useLink(
  {db, clock}: Pick<HubContext, 'db' | 'clock'>,
  token: string,
  keyHash: string,
): Promise<{room: string; shop: string}> {
  const now = clock.now().getTime();
  return db.transaction().execute(async trx => {
    const link = await trx
      .updateTable('visitor_links')
      .set({used_by: keyHash})
      .where('token_hash', '=', sha256Hex(token))
      .where('expires_at', '>', now)
      .where(eb => eb.or([eb('used_by', 'is', null), eb('used_by', '=', keyHash)]))
      .returning(['visitor_id', 'room_id'])
      .executeTakeFirst();
    if (!link) {
      throw new HubProblem('not-found', {title: language => chatWords(language).linkUsed});
    }
    const {visitor_id, room_id} = link;
    await trx
      .insertInto('visitor_keys')
      .values({key_hash: keyHash, visitor_id, created_at: now})
      .onConflict(conflict => conflict.column('key_hash').doNothing())
      .execute();
    const key = await trx
      .selectFrom('visitor_keys')
      .select('visitor_id')
      .where('key_hash', '=', keyHash)
      .executeTakeFirstOrThrow();
    if (key.visitor_id !== visitor_id) {
      throw new HubProblem('invalid', {detail: language => chatWords(language).otherDevice});
    }
    const {shop_id} = await trx
      .selectFrom('rooms')
      .select('shop_id')
      .where('id', '=', room_id)
      .executeTakeFirstOrThrow();
    return {room: room_id, shop: shop_id};
  });
}
