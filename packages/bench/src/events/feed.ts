import {mulberry32} from '../measuring/random.js';

/** The year that is asked for. */
const YEAR = 2026;
/** From the first midnight of the year in Paris to that of the next. */
export const WINDOW = {from: Date.UTC(YEAR - 1, 11, 31, 23), to: Date.UTC(YEAR, 11, 31, 23)};

const ZONE = `BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

const WORDS =
  'atelier concert marché lecture visite jardin théâtre enfants musique village cinéma exposition randonnée fête'.split(
    ' ',
  );
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * A calendar of so many events, the same every time: 720 bytes each, times of Paris, one in five repeats over
 * the year, one in five of these since eight years. Their rules are those that towns write: weekly, on
 * several weekdays, every other week, monthly by weekday and by date, yearly, with exceptions here and there.
 */
export function feedOf(count: number): string {
  const random = mulberry32(count);
  const below = (limit: number): number => Math.floor(random() * limit);
  const one = (list: readonly string[]): string => list[below(list.length)]!;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//FR', ...ZONE.split('\n')];
  for (let at = 0; at < count; at++) {
    const isRecurring = at % 5 === 0;
    const year = isRecurring && at % 25 === 0 ? YEAR - 8 : YEAR;
    const start = new Date(Date.UTC(year, isRecurring ? 0 : below(12), 1 + below(28)));
    const hour = 8 + below(12);
    const text = (words: number): string => Array.from({length: words}, () => one(WORDS)).join(' ');
    lines.push(
      'BEGIN:VEVENT',
      `UID:${at}-${below(1e9).toString(36)}@bench.example`,
      'DTSTAMP:20251201T120000Z',
      `DTSTART;TZID=Europe/Paris:${stamp(start, hour)}`,
      `DTEND;TZID=Europe/Paris:${stamp(start, hour + 1 + below(3))}`,
      `SUMMARY:${text(4)}`,
      ...folded(`DESCRIPTION:${text(44)}\\n${text(8)}`),
      `LOCATION:Salle ${text(2)}\\, 56000 Vannes`,
      `CATEGORIES:${one(WORDS)},${one(WORDS)}`,
      `GEO:${(47 + random()).toFixed(5)};${(-3 + random()).toFixed(5)}`,
      `URL:https://agenda.example/${at}`,
    );
    if (isRecurring) {
      const weekday = (start.getUTCDay() + 6) % 7;
      lines.push(`RRULE:${ruleOf(below, weekday, start)}`);
      if (below(4) === 0) {
        const later = new Date(start.getTime() + 14 * 864e5);
        lines.push(`EXDATE;TZID=Europe/Paris:${stamp(later, hour)}`);
      }
    }
    lines.push('STATUS:CONFIRMED', 'END:VEVENT');
  }
  return `${[...lines, 'END:VCALENDAR'].join('\r\n')}\r\n`;
}

function ruleOf(below: (limit: number) => number, weekday: number, start: Date): string {
  const day = DAYS[weekday]!;
  const date = start.getUTCDate();
  const other = DAYS[(weekday + 1 + below(5)) % 7]!;
  const rules = [
    `FREQ=WEEKLY;BYDAY=${day}`,
    `FREQ=WEEKLY;BYDAY=${day},${other}`,
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`,
    `FREQ=MONTHLY;BYDAY=${Math.min(4, Math.ceil(date / 7))}${day}`,
    `FREQ=MONTHLY;BYMONTHDAY=${date}`,
    `FREQ=WEEKLY;BYDAY=${day};UNTIL=${YEAR}0630T220000Z`,
    `FREQ=WEEKLY;BYDAY=${day};WKST=SU`,
    `FREQ=WEEKLY`,
    `FREQ=YEARLY`,
  ];
  return rules[below(rules.length)]!;
}

function stamp(date: Date, hour: number): string {
  const day = date.toISOString().slice(0, 10).replaceAll('-', '');
  return `${day}T${String(hour).padStart(2, '0')}0000`;
}

/** Lines of at most 75 octets (RFC 5545 §3.1); a letter with an accent counts twice. */
function folded(line: string): string[] {
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (size + octets > 74) {
      lines.push(current);
      [current, size] = [' ', 1];
    }
    current += letter;
    size += octets;
  }
  return [...lines, current];
}
