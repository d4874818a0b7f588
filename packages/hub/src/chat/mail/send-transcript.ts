import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {takeKept} from '../abuse/kept-limits.js';
import {limitOf} from '../abuse/limits.js';
import type {RoomAccess} from '../rooms/access.js';

/**
 * Sends what was said in a conversation to an address.
 *
 * @throws HubProblem `not-found` for a public room, `too-many-requests`
 */
export async function sendTranscript(
  context: HubContext,
  {row, member, asking}: RoomAccess,
  to: string,
): Promise<void> {
  const {db, config, outbox} = context;
  if (row.kind !== 'conversation') throw new HubProblem('not-found');
  const who = asking.role === 'shop' ? row.shop_id : member!.visitor_id;
  const limit = limitOf(config.chat.limits.mailsPerHour, 'hour');
  await db.transaction().execute(async trx => {
    await takeKept(context, trx, `transcripts ${who}`, limit);
    await outbox.enqueue(trx, {
      kind: 'mail',
      template: 'chat-transcript',
      shopId: row.shop_id,
      roomId: row.id,
      to,
      data: {language: row.language === 'en' ? 'en' : 'fr'},
    });
  });
  outbox.wake();
}
