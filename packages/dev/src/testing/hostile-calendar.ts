import {hostileTexts, hostileLinks} from './hostile-places.js';

/** How many of the events of `hostileCalendar` are ordinary and must stay. */
const GOOD_EVENTS = 2;

const DAY = 86_400_000;
const basic = (instant: number): string =>
  new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');

/** iCalendar that is hostile in every property, with rules that never end, among ordinary events. */
export function hostileCalendar(now: number): string {
  const event = (at: number, ...lines: string[]): string[] => [
    'BEGIN:VEVENT',
    `UID:${at}@town.example`,
    `DTSTART:${basic(now + at * 3_600_000)}`,
    `DTEND:${basic(now + at * 3_600_000 + 1_800_000)}`,
    ...lines,
    'END:VEVENT',
  ];
  const written = (text: string): string =>
    text.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, '\\n');
  const hostile = [...hostileTexts, ...hostileLinks].flatMap((text, at) =>
    event(
      at + 1,
      ...['SUMMARY', 'DESCRIPTION', 'LOCATION', 'CONTACT', 'CATEGORIES', 'STATUS', 'CLASS-X'].map(
        name => `${name}:${written(text)}`,
      ),
      ...['URL', 'IMAGE', 'ATTACH;FMTTYPE=image/png', 'CONFERENCE'].map(name => `${name}:${text}`),
      `ORGANIZER;CN="${text.replaceAll('"', '')}":mailto:${text}`,
    ),
  );
  const good = Array.from({length: GOOD_EVENTS}, (_, at) =>
    event(at + 48, `SUMMARY:Bal n° ${at + 1}`),
  ).flat();
  const bombs = [
    'FREQ=SECONDLY',
    'FREQ=YEARLY;BYSECOND=0,1,2,3;BYMINUTE=1,2,3;BYSETPOS=-1',
  ].flatMap((rule, at) =>
    event(60 + at, `SUMMARY:Bombe ${at}`, `RRULE:${rule};UNTIL=${basic(now + 3 * DAY)}`),
  );
  return [
    'BEGIN:VCALENDAR',
    'URL:javascript:window.__pwned=1',
    ...hostile,
    ...bombs,
    ...good,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
