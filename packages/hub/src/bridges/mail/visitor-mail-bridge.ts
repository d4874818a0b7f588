import type {ChatEvent} from '@local-widgets/model/schemas.js';
import {secretToken, sha256Hex} from '../../chance-and-clock.js';
import type {HubContext, HubTransaction} from '../../context.js';
import type {
  BridgedRoom,
  BridgeHost,
  ChatBridge,
  Delivered,
  Delivery,
  ShopOfBridge,
} from '../bridge.js';

/** Milliseconds after which a visitor who has not read an answer has left. */
const LEFT_AFTER = 5 * 60_000;
/** Milliseconds for which the link of a mail opens the conversation: a week. */
const LINK_GOOD_FOR = 7 * 86_400_000;
/** What stands before a token in the fragment of a page's address (`docs/chat-protocol.md`). */
const FRAGMENT = '#local-chat=';

type ShopMessage = ChatEvent & {kind: 'message'};

/**
 * Brings the shop's answers to visitors who have left and gave an e-mail address: several in one mail, some
 * minutes after the first that was not read. The mails are rows of the outbox, written with the cursor.
 */
export class VisitorMailBridge implements ChatBridge {
  readonly name = 'visitor-mail';
  readonly needsLease = false;

  constructor(readonly context: HubContext) {}

  /** The address is the visitor's own, and may change: see `deliver`. */
  addressOf({chat}: ShopOfBridge): string | undefined {
    return chat.isEnabled ? 'visitor' : undefined;
  }

  startOf({visitor_read}: {visitor_read: number}): number {
    return visitor_read;
  }

  open(host: BridgeHost): Promise<void> {
    host.up();
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  deliver({room, events}: Delivery): Promise<Delivered> {
    const {clock, outbox} = this.context;
    const {email} = room.contact;
    const last = events.at(-1)!.seq;
    const unread = events.filter(event => isUnreadAnswer(event, room));
    const [first] = unread;
    if (!first || email === undefined || room.row.erased_at !== null) {
      return Promise.resolve({upTo: last});
    }
    const due = new Date(Date.parse(first.at) + LEFT_AFTER);
    if (due > clock.now()) return Promise.resolve({upTo: first.seq - 1, again: due});
    const range = {after: first.seq - 1, upTo: last};
    return Promise.resolve({
      upTo: last,
      write: trx => this.#enqueue(trx, room, email, range),
      afterwards: () => outbox.wake(),
    });
  }

  async #enqueue(
    trx: HubTransaction,
    room: BridgedRoom,
    to: string,
    range: {after: number; upTo: number},
  ): Promise<void> {
    const {outbox, metrics} = this.context;
    const url = await this.#link(trx, room);
    const language = room.row.language === 'en' ? 'en' : 'fr';
    await outbox.enqueue(trx, {
      kind: 'mail',
      template: 'chat-answer',
      shopId: room.shop.id,
      roomId: room.row.id,
      to,
      data: {...range, language, ...(url !== undefined && {url})},
    });
    metrics.bridgeMessages.inc({bridge: 'visitor-mail', direction: 'out', result: 'sent'});
  }

  /**
   * Opens the conversation on whatever device the mail is read on, once: the address is one that the visitor
   * gave, and the mail could be answered from there as well.
   */
  async #link(trx: HubTransaction, {row}: BridgedRoom): Promise<string | undefined> {
    const {chance, clock} = this.context;
    if (row.page === null || row.visitor_id === null) return undefined;
    const token = secretToken(chance);
    await trx
      .insertInto('visitor_links')
      .values({
        token_hash: sha256Hex(token),
        visitor_id: row.visitor_id,
        room_id: row.id,
        expires_at: clock.now().getTime() + LINK_GOOD_FOR,
        used_by: null,
      })
      .execute();
    return `${row.page}${FRAGMENT}${token}`;
  }
}

function isUnreadAnswer(event: ChatEvent, {row}: BridgedRoom): event is ShopMessage {
  return (
    event.kind === 'message' &&
    event.message.author.role === 'shop' &&
    event.seq > row.visitor_read &&
    // what was deleted since has nothing in it
    (event.message.text !== undefined || event.message.image !== undefined)
  );
}
