import type {HubContext} from '../../context.js';

const DAY = 86_400_000;

/** In days. */
const KEEP = {
  /** Pictures that no message shows. */
  unsentImages: 1,
  /** Links that are no longer good. */
  links: 1,
  /** Longer than answers count (`hours/answer-time.ts`). */
  answers: 100,
  /** Notices that are decided, and what moderators did: for who contests it, and for the yearly count. */
  records: 365,
} as const;

/** Removes what has done its service. @returns how many contributions */
export async function deleteOldRecords({
  db,
  clock,
  config,
}: Pick<HubContext, 'db' | 'clock' | 'config'>): Promise<number> {
  const now = clock.now().getTime();
  const before = (days: number) => now - days * DAY;
  await db.deleteFrom('chat_challenges').where('expires_at', '<', now).execute();
  await db.deleteFrom('chat_limits').where('free_at', '<', now).execute();
  await db.deleteFrom('desk_lines').where('seen_at', '<', before(1)).execute();
  await db.deleteFrom('visitor_links').where('expires_at', '<', before(KEEP.links)).execute();
  await db
    .deleteFrom('chat_images')
    .where('message_id', 'is', null)
    .where('created_at', '<', before(KEEP.unsentImages))
    .execute();
  await db.deleteFrom('chat_answers').where('at', '<', before(KEEP.answers)).execute();
  await db
    .deleteFrom('chat_reports')
    .where('state', '<>', 'open')
    .where('decided_at', '<', before(KEEP.records))
    .execute();
  await db.deleteFrom('chat_audit').where('at', '<', before(KEEP.records)).execute();
  const {numDeletedRows} = await db
    .deleteFrom('chat_contributions')
    .where('at', '<', before(config.chat.contributionDays))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
