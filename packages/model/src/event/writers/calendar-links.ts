import type {Event, Occurrence} from '../event.js';
import {DAY, HOUR} from '../time/civil.js';
import {basicDate, isoDate} from '../time/write-date.js';
import {placeText} from './place-text.js';

/** What has no end lasts as long as their forms suggest. */
const ASSUMED = HOUR;
/** Longer addresses are cut off by some browsers. */
const MAX_TEXT = 1200;

/** The form of Google Calendar with one date of an event filled in. */
export function googleCalendarUrl(event: Event, occurrence: Occurrence): string {
  const {isAllDay, start, end, firstDay, lastDay} = occurrence;
  const dates = isAllDay
    ? [basicDate(firstDay * DAY, 'date'), basicDate((lastDay + 1) * DAY, 'date')]
    : [basicDate(start, 'utc'), basicDate(end > start ? end : start + ASSUMED, 'utc')];
  return address('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: event.name,
    dates: dates.join('/'),
    details: detailsOf(event),
    location: placeText(event.location),
    ctz: event.timeZone ?? '',
  });
}

/**
 * The form of Outlook on the web with one date of an event filled in.
 *
 * @param service `live` for private accounts (outlook.com), `office` for those of work and school.
 */
export function outlookCalendarUrl(
  event: Event,
  occurrence: Occurrence,
  service: 'live' | 'office',
): string {
  const {isAllDay, start, end, firstDay, lastDay} = occurrence;
  const utc = (instant: number): string => `${isoDate(instant, 'local')}Z`;
  return address(`https://outlook.${service}.com/calendar/0/deeplink/compose`, {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: event.name,
    startdt: isAllDay ? isoDate(firstDay * DAY, 'date') : utc(start),
    enddt: isAllDay
      ? isoDate((lastDay + 1) * DAY, 'date')
      : utc(end > start ? end : start + ASSUMED),
    allday: isAllDay ? 'true' : '',
    body: detailsOf(event),
    location: placeText(event.location),
  });
}

/** The address by which programs subscribe to a calendar; undefined for one that is not http or https. */
export function webcalUrl(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url.replace(/^https?:/i, 'webcal:') : undefined;
}

function detailsOf({description, url}: Event): string {
  const text = description ?? '';
  const short = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
  return [short, url].filter(Boolean).join('\n\n');
}

function address(base: string, parts: Readonly<Record<string, string>>): string {
  const said = Object.entries(parts).filter(([, value]) => value !== '');
  return `${base}?${said.map(([name, value]) => `${name}=${encodeURIComponent(whole(value))}`).join('&')}`;
}

/** Half of a letter cannot be written in an address. */
const whole = (text: string): string => text.replace(/\p{Cs}/gu, '');
