import type {DeleteResult} from 'kysely';
import type {HubContext} from '../context.js';

const DAY = 86_400_000;

/** In days. */
const KEEP = {
  /** Longer than any page tries to send an order again. */
  keys: 7,
  /** Links that were used, or are no longer good. */
  links: 1,
  /** What was sent; longer than the longest time to accept an order, so that alarms come once. */
  sent: 14,
  /** What was given up, to be sent again by hand. */
  failed: 30,
};

interface DeletedRows {
  keysDeleted: number;
  linksDeleted: number;
  sessionsDeleted: number;
  outboxDeleted: number;
}

/** Removes what has done its service; the attempts of webhooks go with what they tried to send. */
export async function deleteOld({
  db,
  clock,
}: Pick<HubContext, 'db' | 'clock'>): Promise<DeletedRows> {
  const now = clock.now().getTime();
  const before = (days: number) => now - days * DAY;
  const keys = db.deleteFrom('idempotency_keys').where('created_at', '<', before(KEEP.keys));
  const links = db
    .deleteFrom('sign_in_links')
    .where(eb =>
      eb.or([eb('used_at', '<', before(KEEP.links)), eb('expires_at', '<', before(KEEP.links))]),
    );
  const sessions = db.deleteFrom('sessions').where('expires_at', '<', now);
  const outbox = db
    .deleteFrom('outbox')
    .where(eb =>
      eb.or([
        eb.and([eb('status', '=', 'sent'), eb('sent_at', '<', before(KEEP.sent))]),
        eb.and([eb('status', '=', 'failed'), eb('created_at', '<', before(KEEP.failed))]),
      ]),
    );
  return {
    keysDeleted: count(await keys.executeTakeFirst()),
    linksDeleted: count(await links.executeTakeFirst()),
    sessionsDeleted: count(await sessions.executeTakeFirst()),
    outboxDeleted: count(await outbox.executeTakeFirst()),
  };
}

const count = ({numDeletedRows}: DeleteResult) => Number(numDeletedRows);
