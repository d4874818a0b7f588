import type {FeedSettings, FeedState} from '@local-widgets/model/schemas.js';
import type {Database} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import type {FeedProblem} from './feed-error.js';

/** A feed of a calendar, without the copy of what it gave. */
export interface Feed {
  calendarId: string;
  id: string;
  settings: FeedSettings;
  version: number;
  /** Of the copy; undefined while there is none. */
  bodyHash: string | undefined;
  etag: string | undefined;
  lastModified: string | undefined;
  /** When the source last gave it, or said that it is the same. */
  fetchedAt: number | undefined;
  triedAt: number | undefined;
  problem: FeedProblem | undefined;
}

const COLUMNS = [
  'calendar_id',
  'id',
  'settings',
  'version',
  'body_hash',
  'etag',
  'last_modified',
  'fetched_at',
  'tried_at',
  'problem',
] as const;

/** @throws HubProblem `not-found` */
export async function requireFeed(db: Database, calendarId: string, id: string): Promise<Feed> {
  const [feed] = await readFeeds(db, calendarId, id);
  if (!feed) throw new HubProblem('not-found');
  return feed;
}

/** Those of a calendar, or one of them; by id. */
export async function readFeeds(db: Database, calendarId: string, id?: string): Promise<Feed[]> {
  let query = db
    .selectFrom('calendar_feeds')
    .select(COLUMNS)
    .where('calendar_id', '=', calendarId)
    .orderBy('id');
  if (id !== undefined) query = query.where('id', '=', id);
  const rows = await query.execute();
  return rows.map(row => ({
    calendarId: row.calendar_id,
    id: row.id,
    settings: JSON.parse(row.settings) as FeedSettings,
    version: row.version,
    bodyHash: row.body_hash ?? undefined,
    etag: row.etag ?? undefined,
    lastModified: row.last_modified ?? undefined,
    fetchedAt: row.fetched_at ?? undefined,
    triedAt: row.tried_at ?? undefined,
    problem: (row.problem as FeedProblem | null) ?? undefined,
  }));
}

/** Whether what the feed last gave is as it is there now. */
export function toFeedState({id, settings, fetchedAt, problem}: Feed): FeedState {
  return {
    id,
    name: settings.name,
    ...(fetchedAt !== undefined && {fetchedAt: new Date(fetchedAt).toISOString()}),
    isStale: problem !== undefined && fetchedAt !== undefined,
    ...(problem !== undefined && {problem}),
  };
}
