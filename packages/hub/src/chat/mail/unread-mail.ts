import type {VisitorContact} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../../context.js';
import type {MailDocument} from '../../mail/blocks.js';
import {facts} from '../../mail/templates/order-parts.js';
import type {RoomRow} from '../rooms/room-row.js';
import type {ChatMailView} from './chat-document.js';
import {readSaid, saidBlock} from './said.js';

/** Messages of one mail; the rest is at the desk. */
const MOST = 30;

/** Tells the people of a shop what a visitor wrote, unless somebody has read it meanwhile. */
export async function unreadMail(view: ChatMailView): Promise<MailDocument | undefined> {
  const {context, shop, roomId, data, words, format, receiver, publicUrl} = view;
  const {db} = context;
  const room = await db.selectFrom('rooms').selectAll().where('id', '=', roomId).executeTakeFirst();
  if (!room || room.shop_read >= (data.upTo ?? 0)) return undefined;
  const all = await readSaid(db, roomId, {...rangeOf(data), limit: MOST});
  const said = all.filter(({role}) => role === 'visitor');
  if (said.length === 0) return undefined;
  const {name, email, telephone} = contactOf(room);
  const shopName = shop.settings.name;
  const {unread} = words;
  return {
    subject: unread.subject(name ?? words.visitor, shopName),
    language: receiver.language,
    title: unread.title,
    blocks: [
      ...said.map(one => saidBlock(one, {words, format, shopName})),
      facts([
        [unread.labels.name, name],
        [unread.labels.email, email, email && `mailto:${email}`],
        [
          unread.labels.telephone,
          telephone,
          telephone && `tel:${telephone.replace(/[^+\d]/g, '')}`,
        ],
        [unread.labels.page, room.page ?? undefined, room.page ?? undefined],
        [unread.labels.order, await orderCode(db, room)],
      ]),
      {kind: 'link', text: unread.open, url: `${publicUrl}/desk/`},
    ],
    footer: unread.footer(new URL(publicUrl).host),
  };
}

const rangeOf = ({after, upTo}: ChatMailView['data']) => ({
  ...(after !== undefined && {after}),
  ...(upTo !== undefined && {upTo}),
});

const contactOf = ({contact}: RoomRow): VisitorContact =>
  contact === null ? {} : (JSON.parse(contact) as VisitorContact);

async function orderCode(db: HubContext['db'], {order_id}: RoomRow): Promise<string | undefined> {
  if (order_id === null) return undefined;
  const order = await db
    .selectFrom('orders')
    .select('code')
    .where('id', '=', order_id)
    .executeTakeFirst();
  return order?.code;
}

/** Writes the mail about what nobody has been told of yet, in the transaction that holds the room. */
export async function enqueueUnreadMail(
  {outbox}: Pick<HubContext, 'outbox'>,
  trx: HubTransaction,
  {id, shop_id, assignee_id, shop_read, mailed_seq, last_seq}: RoomRow,
): Promise<void> {
  const after = Math.max(shop_read, mailed_seq);
  await outbox.enqueue(trx, {
    kind: 'mail',
    template: 'chat-unread',
    shopId: shop_id,
    roomId: id,
    personId: assignee_id ?? undefined,
    data: {after, upTo: last_seq},
  });
  await trx
    .updateTable('rooms')
    .set({mailed_seq: last_seq, mail_due_at: null})
    .where('id', '=', id)
    .execute();
}

/** Rooms in one run; more follow with the next. */
const AT_ONCE = 200;

/** Tells shops by mail of what nobody has read in time. @returns how many conversations */
export async function mailUnread(context: HubContext): Promise<number> {
  const {db, clock, outbox} = context;
  const now = clock.now().getTime();
  const due = await db
    .selectFrom('rooms')
    .select('id')
    .where('mail_due_at', '<=', now)
    .orderBy('mail_due_at')
    .limit(AT_ONCE)
    .execute();
  for (const {id} of due) {
    await db.transaction().execute(async trx => {
      // an update that changes nothing locks the row on both engines
      const room = await trx
        .updateTable('rooms')
        .set(eb => ({last_seq: eb.ref('last_seq')}))
        .where('id', '=', id)
        .where('mail_due_at', '<=', now)
        .returningAll()
        .executeTakeFirst();
      if (room) await enqueueUnreadMail(context, trx, room);
    });
  }
  if (due.length > 0) outbox.wake();
  return due.length;
}
