import {createHash} from 'node:crypto';
import {promisify} from 'node:util';
import {gunzip, gzip} from 'node:zlib';
import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext} from '../../context.js';
import {errorFacts} from '../../outbox/error-facts.js';
import {FeedError} from './feed-error.js';
import type {FeedAnswer, FetchOptions} from './fetch-feed.js';
import {requireFeed, type Feed} from './feed-store.js';
import {fetchOpenAgenda} from './openagenda.js';
import {fetchWithPages} from './tribe-pages.js';

const MINUTE = 60_000;
/**
 * Minutes after which a copy is asked for again, and up to half as much more, not all at the same time;
 * where the feed says nothing else.
 */
const FRESH = 10;
/** A source that failed is left in peace for so long. */
const PAUSE = MINUTE;

const ACCEPT =
  'text/calendar, application/ld+json;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';

/** Whether what was read can be used; it replaces the copy only then. */
export type Check = (body: Buffer) => Promise<unknown>;

/** Readings under way in this process: who asks for the same feed waits for the same answer. */
const underWay = new WeakMap<HubContext['db'], Map<string, Promise<Feed>>>();

/**
 * The feed with a copy that is fresh, or the last one while its source is down: `problem` says so then.
 *
 * @param check rejects for what is no feed
 * @throws HubProblem `not-found` when it was removed meanwhile
 */
export async function refreshFeed(context: HubContext, feed: Feed, check: Check): Promise<Feed> {
  if (!isDue(context, feed)) return feed;
  const running = underWay.get(context.db) ?? new Map<string, Promise<Feed>>();
  underWay.set(context.db, running);
  const key = `${feed.calendarId} ${feed.id} ${feed.version}`;
  let reading = running.get(key);
  if (!reading) {
    reading = refresh(context, feed, check).finally(() => running.delete(key));
    running.set(key, reading);
  }
  const isKnownToFail = feed.problem !== undefined && feed.bodyHash !== undefined;
  if (!isKnownToFail) return reading;
  // nobody waits for a source that was down a minute ago: the next one gets what comes of it
  reading.catch((error: unknown) =>
    context.log.error({error: errorFacts(error)}, 'A feed could not be written down.'),
  );
  return feed;
}

function isDue(
  {clock}: HubContext,
  {calendarId, id, settings, fetchedAt, triedAt, problem}: Feed,
): boolean {
  const now = clock.now().getTime();
  if (problem !== undefined) return now >= (triedAt ?? 0) + PAUSE;
  const spread = parseInt(sha256Hex(`${calendarId} ${id}`).slice(0, 8), 16) / 2 ** 32;
  const fresh = (settings.refreshMinutes ?? FRESH) * MINUTE;
  return fetchedAt === undefined || now >= fetchedAt + fresh * (1 + spread / 2);
}

async function refresh(context: HubContext, feed: Feed, check: Check): Promise<Feed> {
  const {calendarId, id, version} = feed;
  const values = await ask(context, feed, check);
  await context.db
    .updateTable('calendar_feeds')
    .set({...values, tried_at: context.clock.now().getTime()})
    .where('calendar_id', '=', calendarId)
    .where('id', '=', id)
    // whose address was changed meanwhile is another feed
    .where('version', '=', version)
    .execute();
  return requireFeed(context.db, calendarId, id);
}

async function ask(context: HubContext, feed: Feed, check: Check) {
  const now = context.clock.now().getTime();
  try {
    const {config, events} = context;
    const options = {...config.events.feeds, signal: events.closed};
    const answer = await fetchSource(options, feed);
    if (answer.isSame) return {fetched_at: now, problem: null};
    const hash = createHash('sha256').update(answer.body).digest('hex');
    if (hash !== feed.bodyHash) await check(answer.body);
    return {
      ...(hash !== feed.bodyHash && {body: await pack(answer.body), body_hash: hash}),
      etag: answer.etag ?? null,
      last_modified: answer.lastModified ?? null,
      fetched_at: now,
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const {problem} = error;
    context.log.warn({calendar: feed.calendarId, feed: feed.id, problem}, 'A feed was not read.');
    return {problem};
  }
}

function fetchSource(
  options: FetchOptions,
  {settings, etag, lastModified}: Feed,
): Promise<FeedAnswer> {
  const {agenda, url} = settings;
  if (agenda !== undefined) return fetchOpenAgenda(agenda, options);
  return fetchWithPages({url: url!, etag, lastModified, accept: ACCEPT}, options);
}

const packBytes = promisify(gzip);
const unpackBytes = promisify(gunzip);

const pack = async (body: Buffer): Promise<string> => (await packBytes(body)).toString('base64');

/** What the feed gave last; undefined when it never gave anything. */
export async function readCopy(
  {db}: Pick<HubContext, 'db'>,
  {calendarId, id}: Feed,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('calendar_feeds')
    .select('body')
    .where('calendar_id', '=', calendarId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.body == null ? undefined : unpackBytes(Buffer.from(row.body, 'base64'));
}
