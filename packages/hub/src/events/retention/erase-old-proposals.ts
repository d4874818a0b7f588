import type {HubContext} from '../../context.js';

const DAY = 86_400_000;
/** Days in which a proposal is to be confirmed. */
const CONFIRM_DAYS = 2;

/**
 * Deletes proposals that nobody confirmed, and erases who proposed what was decided about so many days ago.
 * The event itself stays.
 *
 * @returns how many
 */
export async function eraseOldProposals({db, clock, config}: HubContext): Promise<number> {
  const now = clock.now().getTime();
  const unconfirmed = await db
    .deleteFrom('calendar_events')
    .where('state', '=', 'unconfirmed')
    .where('created_at', '<=', now - CONFIRM_DAYS * DAY)
    .executeTakeFirst();
  const decided = await db
    .updateTable('calendar_events')
    .set({proposer: null})
    .where('proposer', 'is not', null)
    .where('state', 'not in', ['unconfirmed', 'proposed'])
    .where('updated_at', '<=', now - config.retention.contactDays * DAY)
    .executeTakeFirst();
  return Number(unconfirmed.numDeletedRows) + Number(decided.numUpdatedRows);
}
