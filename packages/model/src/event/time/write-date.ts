import {civilOf, DAY, dayOfWall, HOUR, MINUTE, SECOND} from './civil.js';

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Days repeat among the dates of a feed; made up ones must not pile up. */
const MAX_DAYS = 4000;
const days = /* @__PURE__ */ new Map<number, string>();

function compactDay(day: number): string {
  let text = days.get(day);
  if (text === undefined) {
    const {year, month, day: date} = civilOf(day);
    text = `${String(year).padStart(4, '0')}${pad(month)}${pad(date)}`;
    if (days.size >= MAX_DAYS) days.clear();
    days.set(day, text);
  }
  return text;
}

/** `20260512T183000` of a wall time; `date`: `20260512`; `utc`: `20260512T183000Z` (RFC 5545 §3.3.5). */
export function basicDate(wall: number, form: 'date' | 'local' | 'utc'): string {
  const day = dayOfWall(wall);
  if (form === 'date') return compactDay(day);
  const time = wall - day * DAY;
  const hours = pad(Math.floor(time / HOUR));
  const minutes = pad(Math.floor((time % HOUR) / MINUTE));
  const seconds = pad(Math.floor((time % MINUTE) / SECOND));
  return `${compactDay(day)}T${hours}${minutes}${seconds}${form === 'utc' ? 'Z' : ''}`;
}

/** `2026-05-12T18:30:00` of a wall time; `date`: `2026-05-12` (ISO 8601). */
export function isoDate(wall: number, form: 'date' | 'local'): string {
  const day = dayOfWall(wall);
  const text = compactDay(day);
  const date = `${text.slice(0, -4)}-${text.slice(-4, -2)}-${text.slice(-2)}`;
  if (form === 'date') return date;
  const time = wall - day * DAY;
  const hours = pad(Math.floor(time / HOUR));
  return `${date}T${hours}:${pad(Math.floor((time % HOUR) / MINUTE))}:${pad(Math.floor((time % MINUTE) / SECOND))}`;
}

/** `+02:00`, `Z` of an offset in milliseconds; seconds, which ISO 8601 has no place for, are dropped. */
export function isoOffset(offset: number): string {
  if (!offset) return 'Z';
  const minutes = Math.floor(Math.abs(offset) / MINUTE);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
