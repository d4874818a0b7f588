import type {HubContext} from '../context.js';
import {enqueue} from '../outbox/enqueue.js';
import type {AlarmReason} from '../outbox/outbox.js';

/** Parts of the time to accept an order after which its shop is reminded. */
const HALF_WAY = 0.5;
const LAST_CALL = 0.8;

/**
 * Reminds shops of orders that wait for an answer: half way and at four fifths of the time to accept
 * them, each once, however often and by how many processes this runs. Who comes late to both gets the
 * last call only. @returns orders that are waiting past half of their time
 */
export async function alarmShops(context: HubContext): Promise<number> {
  const {db, clock} = context;
  const now = clock.now().getTime();
  const waiting = await db
    .selectFrom('orders')
    .select(['id', 'shop_id', 'created_at', 'accept_by'])
    .where('state', '=', 'received')
    .where('accept_by', '>', now)
    .where(eb => eb(eb('created_at', '+', eb.ref('accept_by')), '<=', 2 * now))
    .orderBy('accept_by')
    .execute();
  for (const {id, shop_id, created_at, accept_by} of waiting) {
    const alarm = alarmAt((now - created_at) / (accept_by! - created_at));
    if (!alarm) continue;
    await enqueue(context, db, {
      kind: 'mail',
      template: 'order-alarm',
      orderId: id,
      shopId: shop_id,
      data: {alarm},
      once: `alarm-${alarm}`,
    });
  }
  return waiting.length;
}

function alarmAt(part: number): AlarmReason | undefined {
  if (part >= LAST_CALL) return 'last-call';
  return part >= HALF_WAY ? 'half-way' : undefined;
}
