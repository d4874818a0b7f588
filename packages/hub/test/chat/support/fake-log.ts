import type {EventRow} from '../../../src/chat/log/event-view.js';
import type {Database} from '../../../src/context.js';

/** A line of a log that tells of nothing in particular. */
export const row = (seq: number, kind = 'state'): EventRow => ({
  seq,
  at: seq,
  kind,
  message_id: null,
  data: '{}',
  author_id: null,
  role: null,
  name: null,
  via: null,
  text: null,
  image: null,
});

/** Stands for a database that keeps the lines of a room, and counts what it is asked. */
export function logOf(last: number) {
  const log = {rows: [] as EventRow[], asked: 0, isBroken: false};
  for (let seq = 1; seq <= last; seq++) log.rows.push(row(seq));
  const query = (after = 0, limit = Infinity): object => ({
    leftJoin: () => query(),
    select: () => query(),
    where: (column: string, _: string, value: number) =>
      column === 'e.seq' ? query(value, limit) : query(after, limit),
    orderBy: () => query(after, limit),
    limit: (most: number) => query(after, most),
    execute: () => {
      log.asked++;
      if (log.isBroken) return Promise.reject(new Error('gone'));
      return Promise.resolve(log.rows.filter(({seq}) => seq > after).slice(0, limit));
    },
  });
  return {log, db: {selectFrom: () => query()} as unknown as Database};
}
