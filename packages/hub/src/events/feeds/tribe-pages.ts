import {
  fetchFeed,
  wholeTime,
  type FeedAnswer,
  type FeedRequest,
  type FetchOptions,
} from './fetch-feed.js';

/** The plugin gives 50 events a page at most. */
const MOST_PAGES = 20;
const LIMIT = 10 * 1024 * 1024;

/**
 * A feed, and where it is one of The Events Calendar (WordPress), the pages that follow: each names the next in
 * `next_rest_url`. They are looked for on the same site alone.
 */
export async function fetchWithPages(
  request: FeedRequest,
  options: FetchOptions,
): Promise<FeedAnswer> {
  const first = await fetchFeed(request, options);
  if (first.isSame || !first.body.includes('"next_rest_url"')) return first;
  const signal = wholeTime(options);
  const events: unknown[] = [];
  let size = 0;
  let body: Buffer | undefined = first.body;
  let at = request.url;
  for (let page = 0; body && page < MOST_PAGES; page++) {
    size += body.length;
    const read = parse(body);
    if (!read || size > LIMIT) break;
    events.push(...read.events);
    const next = nextUrl(read.next, at);
    if (next === undefined) break;
    at = next;
    const answer: FeedAnswer = await fetchFeed(
      {url: next, accept: request.accept},
      {...options, signal},
    );
    body = answer.isSame ? undefined : answer.body;
  }
  if (events.length === 0) return first;
  // tags are those of the first page: they say nothing of the others
  const all = Buffer.from(JSON.stringify({events}));
  return {isSame: false, body: all, etag: undefined, lastModified: undefined};
}

function parse(body: Buffer): {events: unknown[]; next: unknown} | undefined {
  try {
    const value = JSON.parse(body.toString('utf8')) as {events?: unknown; next_rest_url?: unknown};
    return Array.isArray(value.events)
      ? {events: value.events, next: value.next_rest_url}
      : undefined;
  } catch {
    return undefined;
  }
}

function nextUrl(next: unknown, at: string): string | undefined {
  if (typeof next !== 'string' || !URL.canParse(next)) return undefined;
  return new URL(next).host === new URL(at).host ? next : undefined;
}
