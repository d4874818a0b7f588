import type {PlainEvent} from '../data-sets.js';

const DAY = 864e5;

/** As FullCalendar takes events: what is on every week is told by its weekday and its first and last day. */
export function forFullCalendar(event: PlainEvent): object {
  const {id, title, start, end, allDay, times} = event;
  if (times === 1) return {id, title, start, end, allDay};
  const first = new Date(start);
  const after = new Date(first.getTime() + ((times - 1) * 7 + 1) * DAY);
  return {
    id,
    title,
    daysOfWeek: [first.getUTCDay()],
    startTime: start.slice(11, 16),
    endTime: end.slice(11, 16),
    startRecur: start.slice(0, 10),
    endRecur: after.toISOString().slice(0, 10),
  };
}
