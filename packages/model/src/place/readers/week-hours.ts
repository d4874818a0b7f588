const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su', 'PH'];
/** By the first three letters in English and in French; two letters are OSM's and schema.org's. */
const NAMES = 'mon lun|tue mar|wed mer|thu jeu|fri ven|sat sam|sun dim|pub'
  .split('|')
  .map(names => names.split(' '));
const TIME = /^T?(\d\d?)[:h](\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/i;

/** Opening hours of the days of a week, told in any order and in parts, as one OSM value. */
export class WeekHours {
  /** By index of the day; an empty set says closed. */
  private readonly days = new Map<number, Set<string>>();

  /** Adds a span, or says closed without one. Spans of a day add up. */
  add(days: readonly number[], span?: string): void {
    for (const day of days) {
      const spans = this.days.get(day) ?? new Set();
      if (span) spans.add(span);
      this.days.set(day, spans);
    }
  }

  /**
   * `Mo-Fr 09:00-12:00,14:00-18:00; Sa off`; undefined when nothing was said.
   *
   * @param dates Stands before the days of each rule: `2026 Dec 24`.
   */
  toText(dates = ''): string | undefined {
    const rules: {from: number; to: number; times: string}[] = [];
    for (const [day, spans] of [...this.days].sort(([one], [other]) => one - other)) {
      const times = [...spans].sort().join(',') || 'off';
      const last = rules.at(-1);
      if (last?.to === day - 1 && last.times === times && day < 7) last.to = day;
      else rules.push({from: day, to: day, times});
    }
    const texts = rules.map(({from, to, times}) => {
      const days = from === to ? DAYS[from] : `${DAYS[from]}-${DAYS[to]}`;
      return [dates, dates && from === 0 && to === 6 ? '' : days, times].filter(Boolean).join(' ');
    });
    return texts.join('; ') || undefined;
  }
}

/** Every day of the week. */
export const ALL_DAYS: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

/** Days of `Mo-Fr`, `Mo,We`, `Monday`, `https://schema.org/Monday`, `lundi`; undefined when unsure. */
export function daysOf(text: string): number[] | undefined {
  const days: number[] = [];
  const parts = text
    .trim()
    .slice(0, 200)
    .split(/\s*,\s*|\s+(?!-)/);
  for (const part of parts) {
    const [from = -1, to = from, ...more] = part.split(/\s*-\s*/).map(dayOf);
    if (from < 0 || to < 0 || more.length) return undefined;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === to || day > 6) break;
    }
  }
  return days;
}

function dayOf(name: string): number {
  const word = name.replace(/^.*[/#:]/, '').toLowerCase();
  if (word.length === 2) return DAYS.findIndex(day => day.toLowerCase() === word);
  return NAMES.findIndex(names => names.includes(word.slice(0, 3)));
}

/** `09:00` of `9:00`, `T09:00:00+01:00` or `9h00`; undefined for what is no time of a day. */
export function timeOf(value: unknown): string | undefined {
  const [, hours = '', minutes = ''] =
    TIME.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  const isTime = hours && +minutes < 60 && (+hours < 24 || (+hours === 24 && +minutes === 0));
  return isTime ? `${hours.padStart(2, '0')}:${minutes}` : undefined;
}

/** A span in OSM's writing; one that ends at midnight ends with the day. Undefined for no span. */
export function spanOf(opens: unknown, closes: unknown): string | undefined {
  const from = timeOf(opens);
  const to = timeOf(closes);
  if (!from || !to || from === to) return undefined;
  const isWhole = to === '00:00' || (from === '00:00' && to === '23:59');
  return `${from}-${isWhole ? '24:00' : to}`;
}

/** Adds `09:00-12:00, 14:00-18:00` to days; false, and nothing added, when one part is not readable. */
export function addSpans(week: WeekHours, days: string, times: string): boolean {
  const which = daysOf(days);
  const spans = times
    .slice(0, 500)
    .replace(/\s*[-–]\s*/g, '-')
    .trim()
    .split(/[\s,]+/)
    .map(span => {
      const [opens, closes, ...more] = span.split('-');
      return more.length ? undefined : spanOf(opens, closes);
    });
  if (!which || spans.includes(undefined)) return false;
  for (const span of spans) week.add(which, span);
  return true;
}
