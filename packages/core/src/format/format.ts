const NARROW_SPACE = '\u202f';
const cache = new Map<string, unknown>();

/** Intl formatters cost milliseconds each to make; one is kept per language and use. */
function cached<T>(key: string, make: () => T): T {
  const found = cache.get(key);
  if (found !== undefined) return found as T;
  const made = make();
  cache.set(key, made);
  return made;
}

/** `1 234,5` in French, `1,234.5` in English. */
export function formatNumber(value: number, language: string, fractionDigits = 0): string {
  const options = {maximumFractionDigits: fractionDigits};
  return cached(
    `n${language}${fractionDigits}`,
    () => new Intl.NumberFormat(language, options),
  ).format(value);
}

/**
 * A distance as the crow flies, as precise as it is useful on foot: tens of metres below 1 km, then
 * one decimal below 10 km, then whole kilometres.
 */
export function formatDistance(meters: number, language: string): string {
  const unit = (value: number, name: string, digits = 0): string =>
    `${formatNumber(value, language, digits)}${NARROW_SPACE}${name}`;
  const tens = Math.round(meters / 10) * 10;
  if (tens < 1000) return unit(Math.max(tens, 10), 'm');
  const kilometers = meters / 1000;
  return kilometers < 9.95 ? unit(kilometers, 'km', 1) : unit(kilometers, 'km');
}

/**
 * A wall time `HH:MM` (or a later one such as `26:00`, past midnight) as people write it: `9 h`,
 * `18 h 30` in French, the locale's own way elsewhere.
 */
export function formatWallTime(time: string, language: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const ofDay = hours % 24;
  if (language.startsWith('fr')) {
    const h = `${hours === 24 ? 24 : ofDay}${NARROW_SPACE}h`;
    return minutes ? `${h}${NARROW_SPACE}${String(minutes).padStart(2, '0')}` : h;
  }
  const options = {timeStyle: 'short', timeZone: 'UTC'} as const;
  return cached(`t${language}`, () => new Intl.DateTimeFormat(language, options)).format(
    Date.UTC(2000, 0, 1, ofDay, minutes),
  );
}

/** The wall time of an instant in a zone, in the form that `formatWallTime` gives. */
export function formatTime(at: Date, language: string, timeZone: string): string {
  const options = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone} as const;
  const time = cached(`w${timeZone}`, () => new Intl.DateTimeFormat('en', options)).format(at);
  return formatWallTime(time, language);
}

/** The weekday of an ISO date (`2026-12-24`): `jeudi`, `Thursday`. */
export function formatWeekday(isoDate: string, language: string): string {
  const options = {weekday: 'long', timeZone: 'UTC'} as const;
  return cached(`d${language}`, () => new Intl.DateTimeFormat(language, options)).format(
    new Date(`${isoDate}T12:00:00Z`),
  );
}

/** Day and month of an ISO date, with the year when asked: `24 décembre`, `24 December 2026`. */
export function formatDate(isoDate: string, language: string, withYear = false): string {
  const options = {
    day: 'numeric',
    month: 'long',
    ...(withYear && {year: 'numeric' as const}),
    timeZone: 'UTC',
  } as const;
  return cached(`m${language}${withYear}`, () => new Intl.DateTimeFormat(language, options)).format(
    new Date(`${isoDate.slice(0, 10)}T12:00:00Z`),
  );
}

/** The ISO date (`2026-12-24`) of an instant in a zone. */
export function isoDateIn(at: Date, timeZone: string): string {
  const options = {year: 'numeric', month: '2-digit', day: '2-digit', timeZone} as const;
  // en-CA writes dates as ISO 8601 does
  return cached(`i${timeZone}`, () => new Intl.DateTimeFormat('en-CA', options)).format(at);
}
