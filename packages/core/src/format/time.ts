import {kept, NARROW_SPACE} from './kept.js';

/** Plain English is written as in Europe: `24 December`, and `18:30` as on the door of the shop. */
function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(Intl.DateTimeFormat, language === 'en' ? 'en-GB' : language, options);
}

/**
 * A wall time `HH:MM` (or a later one such as `26:00`, past midnight) as people write it: `9 h`,
 * `18 h 30` in French, the locale's own way elsewhere. Any other text comes back as it is.
 */
export function formatWallTime(time: string, language: string): string {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d\d)$/.exec(time) ?? [];
  if (!hours) return time;
  const ofDay = Number(hours) % 24;
  if (language.startsWith('fr')) {
    const hour = `${time === '24:00' ? 24 : ofDay}${NARROW_SPACE}h`;
    return minutes === '00' ? hour : hour + NARROW_SPACE + minutes;
  }
  return dateFormat(language, {timeStyle: 'short', timeZone: 'UTC'}).format(
    Date.UTC(2000, 0, 1, ofDay, Number(minutes)),
  );
}

/** `2026-12-24 18:30`, as clocks in a zone show it: Swedish is written as in ISO 8601. */
function shownIn(at: Date, timeZone: string): string {
  return dateFormat('sv', {dateStyle: 'short', timeStyle: 'short', timeZone}).format(at);
}

/**
 * The wall time of an instant in an IANA zone, in the form that `formatWallTime` gives.
 *
 * @throws RangeError for an unknown zone or an invalid date.
 */
export function formatTime(at: Date, language: string, timeZone: string): string {
  return formatWallTime(shownIn(at, timeZone).slice(11), language);
}

/**
 * The ISO date (`2026-12-24`) of an instant in an IANA zone.
 *
 * @throws RangeError for an unknown zone or an invalid date.
 */
export function isoDateIn(at: Date, timeZone: string): string {
  return shownIn(at, timeZone).slice(0, 10);
}

/**
 * The day that an ISO date or date-time begins with, in the parts asked for: `samedi 1er août 2026`. Other
 * text comes back as it is.
 */
export function formatDay(
  isoDate: string,
  language: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const [day = ''] = /^\d{4}-\d\d-\d\d/.exec(isoDate) ?? [];
  const noon = Date.parse(`${day}T12:00Z`);
  if (Number.isNaN(noon)) return isoDate;
  const text = dateFormat(language, {...options, timeZone: 'UTC'}).format(noon);
  return language.startsWith('fr') ? text.replace(/(^| )1 /, '$11er ') : text;
}

/** When something came, on the clocks of the visitor: `24 décembre à 18 h 30`, `24 December at 18:30`. */
export function formatMoment(at: Date, language: string): string {
  const options = {day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit'} as const;
  const text = dateFormat(language, options).format(at);
  return language.startsWith('fr') ? text.replace(':', `${NARROW_SPACE}h${NARROW_SPACE}`) : text;
}

/** The weekday of an ISO date (`2026-12-24`): `jeudi`, `Thursday`. */
export function formatWeekday(isoDate: string, language: string): string {
  return formatDay(isoDate, language, {weekday: 'long'});
}

/**
 * Day and month of an ISO date, with the year when asked: `24 décembre`, `1er mai 2026`,
 * `24 December 2026`.
 */
export function formatDate(isoDate: string, language: string, withYear = false): string {
  const year = withYear ? ({year: 'numeric'} as const) : {};
  return formatDay(isoDate, language, {day: 'numeric', month: 'long', ...year});
}
