import type {NewsPage} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import type {After} from '../../after.js';
import {systemAfter} from '../../after.js';
import {roomsOfSecret} from '../visitors/visitor-rooms.js';
import {Line} from './line.js';
import {newsFor} from './rendered-event.js';
import {addRoom, beginAt} from './visitor-line.js';

/** Events of one answer; the rest comes with the next. */
const MOST_NEWS = 400;

export interface PollQuestion {
  keyHash: string;
  /** The cursor of the last answer, or of a stream. Without it the answer is the cursor of now. */
  after: string | undefined;
  /** Milliseconds for which an answer without news may wait. */
  wait: number;
  /** The asker is gone. */
  signal: AbortSignal;
  later?: After;
}

/**
 * What a stream would have told since a cursor, or as soon as there is something.
 *
 * @throws HubProblem `unauthorized` for nobody's secret
 */
export async function pollNews(
  {db, chat: {feed}}: Pick<HubContext, 'db' | 'chat'>,
  {keyHash, after, wait, signal, later = systemAfter}: PollQuestion,
): Promise<NewsPage> {
  const found = await roomsOfSecret(db, keyHash);
  if (found.length === 0) throw new HubProblem('unauthorized');
  const page: {news: string[]; reset: NewsPage['reset']} = {news: [], reset: []};
  let tellNews = () => {};
  const came = new Promise<void>(resolve => (tellNews = resolve));
  const line = new Line(
    feed,
    {
      room(events, viewer, cursorAt) {
        page.news.push(...events.map(event => newsFor(event, viewer)));
        cursorAt(events.at(-1)!.seq);
        tellNews();
        return page.news.length < MOST_NEWS;
      },
      reset(room, lastSeq) {
        page.reset.push({room, lastSeq});
        tellNews();
        return true;
      },
      typing: () => undefined,
    },
    tellNews,
  );
  const begin = beginAt(after);
  for (const {room} of found) if (room) addRoom(line, room, begin(room.id));
  const unsubscribe = feed.subscribe(`visitor:${found[0]!.visitorId}`, {member: tellNews});
  signal.addEventListener('abort', tellNews, {once: true});
  const callOff = after === undefined ? later(0, tellNews) : later(wait, tellNews);
  try {
    await line.settled();
    await came;
    return {
      news: page.news.map(text => JSON.parse(text) as NewsPage['news'][number]),
      reset: page.reset,
      cursor: line.cursor,
    };
  } finally {
    callOff();
    unsubscribe();
    signal.removeEventListener('abort', tellNews);
    line.close();
  }
}
