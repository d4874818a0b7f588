import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import type {RoomAccess} from '../rooms/access.js';
import {audit} from './audit.js';

/** Of a ban without end: the year 9999, which both engines and JavaScript can hold. */
const FOR_EVER = 253_370_764_800_000;

export interface Ban {
  /** `ChatAuthor.id` of the member. */
  authorId: string;
  /** Without end when absent. */
  minutes?: number | undefined;
  reason: string;
}

/**
 * Keeps a member of a public room from writing there; they are told the reason when they try. Who joins
 * from the same address meanwhile is looked at first.
 *
 * @throws HubProblem `not-found`
 */
export async function ban(
  context: HubContext,
  access: RoomAccess,
  {authorId, minutes, reason}: Ban,
): Promise<void> {
  const now = context.clock.now().getTime();
  const until = minutes === undefined ? FOR_EVER : now + minutes * 60_000;
  await setBan(context, access, authorId, {banned_until: until, ban_reason: reason});
}

/** Lifts a ban. @throws HubProblem `not-found` */
export async function liftBan(
  context: HubContext,
  access: RoomAccess,
  authorId: string,
): Promise<void> {
  await setBan(context, access, authorId, {banned_until: null, ban_reason: null});
}

async function setBan(
  context: HubContext,
  {row, asking}: RoomAccess,
  authorId: string,
  change: {banned_until: number | null; ban_reason: string | null},
): Promise<void> {
  if (row.kind !== 'public') throw new HubProblem('not-found');
  await context.db.transaction().execute(async trx => {
    const member = await trx
      .updateTable('room_members')
      .set(change)
      .where('room_id', '=', row.id)
      .where('author_id', '=', authorId)
      .returning('author_id')
      .executeTakeFirst();
    if (!member) throw new HubProblem('not-found');
    await audit(context, trx, {
      shop: row.shop_id,
      room: row.id,
      personId: asking.role === 'shop' ? asking.personId : undefined,
      action: change.banned_until === null ? 'unban' : 'ban',
      subject: authorId,
      reason: change.ban_reason ?? undefined,
    });
  });
}
