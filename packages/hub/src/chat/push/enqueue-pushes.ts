import type {HubContext, HubTransaction} from '../../context.js';
import {newRow} from '../../outbox/message-rows.js';
import {PRESENT} from '../desk/desk-lines.js';
import type {WrittenMessage} from '../log/effects.js';

/** What the row of a push holds beside its columns. */
export interface PushPayload {
  subscription: string;
  /** Number of the message. */
  seq: number;
}

/**
 * Writes a push for each browser of those who answer, unless somebody has a desk on the line: of the one
 * who takes care of the conversation, else of all people of the shop, else of the hub's admins.
 *
 * @returns whether there is one
 */
export async function enqueuePushes(
  {clock, chance}: Pick<HubContext, 'clock' | 'chance'>,
  trx: HubTransaction,
  {locked: {id: room_id, shop_id, assignee_id, last_seq}}: Pick<WrittenMessage, 'locked'>,
): Promise<boolean> {
  const since = clock.now().getTime() - PRESENT.holds;
  let query = trx
    .selectFrom('push_subscriptions as s')
    .select('s.id')
    .distinct()
    .innerJoin('memberships as m', 'm.person_id', 's.person_id')
    .where(eb =>
      eb.or([
        eb('m.shop_id', '=', shop_id),
        eb.and([
          eb('m.shop_id', '=', '*'),
          eb.not(
            eb.exists(
              eb
                .selectFrom('memberships as o')
                .select('o.person_id')
                .where('o.shop_id', '=', shop_id),
            ),
          ),
        ]),
      ]),
    )
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('desk_lines as d')
            .select('d.process')
            .where('d.shop_id', '=', shop_id)
            .where('d.seen_at', '>', since),
        ),
      ),
    );
  if (assignee_id !== null) query = query.where('s.person_id', '=', assignee_id);
  const subscriptions = await query.execute();
  if (subscriptions.length === 0) return false;
  const rows = subscriptions.map(({id}) => {
    const payload: PushPayload = {subscription: id, seq: last_seq};
    return {...newRow({clock, chance}, 'push', payload), shop_id, room_id};
  });
  await trx.insertInto('outbox').values(rows).execute();
  return true;
}
