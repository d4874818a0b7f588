import {FeedError} from './feed-error.js';
import {fetchFeed, wholeTime, type FeedAnswer, type FetchOptions} from './fetch-feed.js';

/** Events of one page; more is not given. */
const PAGE = 300;
/** 6,000 events. */
const MOST_PAGES = 20;
/** Bytes of all pages together. */
const LIMIT = 10 * 1024 * 1024;

/**
 * What is kept of an event: what its reader reads, and nothing that tells who entered it (`member`, `creatorUid`
 * and the agenda's own fields).
 */
const FIELDS = [
  'uid',
  'slug',
  'canonicalUrl',
  'title',
  'description',
  'longDescription',
  'conditions',
  'keywords',
  'timings',
  'firstTiming',
  'lastTiming',
  'timezone',
  'image',
  'imageAlt',
  'imageCredits',
  'attendanceMode',
  'status',
  'accessibility',
  'age',
  'registration',
  'onlineAccessLink',
  'updatedAt',
] as const;
const LOCATION_FIELDS = [
  'name',
  'address',
  'postalCode',
  'city',
  'countryCode',
  'latitude',
  'longitude',
  'website',
] as const;

/**
 * All that is on and to come of an agenda of OpenAgenda, by its API (version 2), page by page.
 *
 * @throws FeedError `forbidden` without a key
 */
export async function fetchOpenAgenda(agenda: string, options: FetchOptions): Promise<FeedAnswer> {
  const {openAgendaKey: key, openAgendaUrl = 'https://api.openagenda.com'} = options;
  if (key === undefined) throw new FeedError('forbidden');
  const signal = wholeTime(options);
  const events: unknown[] = [];
  let size = 0;
  let after: readonly unknown[] | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await fetchFeed(
      {
        url: pageUrl(`${openAgendaUrl}/v2/agendas/${agenda}/events`, after),
        accept: 'application/json',
        secretHeaders: {key},
      },
      {...options, signal},
    );
    if (answer.isSame) throw new FeedError('unreachable');
    size += answer.body.length;
    if (size > LIMIT) throw new FeedError('too-large');
    const read = parse(answer.body);
    events.push(...read.events.map(publicPart));
    if (!read.after?.length || read.events.length < PAGE) break;
    after = read.after;
  }
  const body = Buffer.from(JSON.stringify({events}));
  return {isSame: false, body, etag: undefined, lastModified: undefined};
}

function pageUrl(base: string, after: readonly unknown[] = []): string {
  const url = new URL(base);
  const parameters: [string, string][] = [
    ['size', String(PAGE)],
    ['relative[]', 'current'],
    ['relative[]', 'upcoming'],
    ['detailed', '1'],
    ...after.map((value): [string, string] => ['after[]', String(value)]),
  ];
  for (const [name, value] of parameters) url.searchParams.append(name, value);
  return url.href;
}

function parse(body: Buffer): {events: Json[]; after: unknown[] | undefined} {
  try {
    const {events, after} = JSON.parse(body.toString('utf8')) as {events: unknown; after: unknown};
    if (!Array.isArray(events)) throw new FeedError('unreadable');
    return {
      events: events.filter(isObject),
      after: Array.isArray(after) ? after.slice(0, 10) : undefined,
    };
  } catch (error) {
    throw new FeedError('unreadable', {cause: error});
  }
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function publicPart(event: Json): Json {
  const location = isObject(event['location'])
    ? pick(event['location'], LOCATION_FIELDS)
    : undefined;
  return {...pick(event, FIELDS), ...(location && {location})};
}

const pick = (from: Json, names: readonly string[]): Json =>
  Object.fromEntries(names.flatMap(name => (name in from ? [[name, from[name]]] : [])));
