/** https://schema.org/OpeningHoursSpecification; without `opens` and `closes` it means closed. */
export interface HoursSpecification {
  readonly '@type': 'OpeningHoursSpecification';
  readonly dayOfWeek?: string | readonly string[];
  readonly opens?: string;
  /** Before `opens` when it is a time of the next day. */
  readonly closes?: string;
  /** First and last day, for exceptions. */
  readonly validFrom?: string;
  readonly validThrough?: string;
}

/** What schema.org can say of opening hours; nothing when it cannot say all. */
export interface SchemaHours {
  readonly openingHours?: readonly string[];
  readonly openingHoursSpecification?: readonly HoursSpecification[];
  readonly specialOpeningHoursSpecification?: readonly HoursSpecification[];
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const RULE =
  /^(?:(20\d\d) ([A-Z][a-z]{2}) (\d\d?)|((?:PH|[A-Z][a-z])(?:[,-](?:PH|[A-Z][a-z]))*))?:?(?: |^)(off|closed|[\d:,-]+)$/;

/** Opening and closing times; none: closed. */
type Spans = readonly (readonly [opens: string, closes: string])[];

/**
 * An OSM `opening_hours` value in schema.org's words, when these can say the same: weekly hours,
 * public holidays, and exceptions of single days. Anything else gives nothing, and so does a rule
 * for weekdays after one for holidays, which it changes, and a night that other hours replace or
 * meet, since what is left of it after midnight is anybody's guess: wrong hours are worse than none.
 */
export function schemaHours(value: string | undefined): SchemaHours {
  const week: Spans[] = DAYS.map(() => []);
  let holidays: Spans | undefined;
  const exceptions = new Map<string, Spans>();
  let isFirst = true;
  let nightEnds = '';
  let dayBegins = '24:00';
  const text = (value ?? '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([,;-]) ?/g, '$1')
    .trim();
  for (const part of text
    .replace(/^24\/7$/, '00:00-24:00')
    .replace(/;$/, '')
    .split(';')) {
    const [rule, year, month = '', date = '', days, times = ''] = RULE.exec(part) ?? [];
    const spans = spansOf(times);
    // times alone add to weekdays before them instead of replacing these
    if (rule === undefined || !spans || !(year || days || isFirst)) return {};
    isFirst = false;
    for (const [opens, closes] of spans) {
      if (opens < dayBegins) dayBegins = opens;
      if (closes < opens && closes > nightEnds) nightEnds = closes;
    }
    if (year) {
      const day = `${year}-${two(MONTHS.indexOf(month) + 1)}-${two(date)}`;
      if (!isDate(day)) return {};
      exceptions.set(day, spans);
      continue;
    }
    const indices = daysOf(days);
    const isHoliday = days?.split(',').includes('PH');
    if (!indices || exceptions.size || (holidays && indices.length)) return {};
    if (nightEnds && spans.length && indices.some(index => week[index]?.length)) return {};
    for (const index of indices) week[index] = spans;
    if (isHoliday) holidays = spans;
  }
  const special = [holidays ?? [], ...exceptions.values()];
  const isDoubtful = nightEnds && special.some(({length}) => length > 0);
  return isDoubtful || nightEnds > dayBegins ? {} : inWords(week, holidays, exceptions);
}

function inWords(
  week: readonly Spans[],
  holidays: Spans | undefined,
  exceptions: ReadonlyMap<string, Spans>,
): SchemaHours {
  const groups = new Map<string, {spans: Spans; days: number[]}>();
  week.forEach((spans, day) => {
    const group = groups.get(String(spans)) ?? {spans, days: []};
    group.days.push(day);
    groups.set(String(spans), group);
  });
  const open = [...groups.values()].filter(({spans}) => spans.length);
  if (!open.length) return {};
  const isPlain = open.every(({spans}) => spans.every(([opens, closes]) => opens < closes));
  const reachesMidnight = open.some(({spans}) => spans.some(span => span.includes('24:00')));
  if (isPlain && !reachesMidnight && !holidays && !exceptions.size) {
    const texts = open.flatMap(({spans, days}) =>
      spans.map(span => `${days.map(day => DAYS[day]).join(',')} ${span.join('-')}`),
    );
    return {openingHours: texts};
  }
  const special = [...exceptions].flatMap(([day, spans]) =>
    specifications(spans, {validFrom: day, validThrough: day}),
  );
  return {
    openingHoursSpecification: [
      ...open.flatMap(({spans, days}) =>
        specifications(spans, {dayOfWeek: days.map(day => NAMES[day]!)}),
      ),
      ...(holidays ? specifications(holidays, {dayOfWeek: 'PublicHolidays'}) : []),
    ],
    ...(special.length > 0 && {specialOpeningHoursSpecification: special}),
  };
}

function specifications(spans: Spans, days: Partial<HoursSpecification>): HoursSpecification[] {
  const type = '@type' as const;
  if (!spans.length) return [{[type]: 'OpeningHoursSpecification', ...days}];
  return spans.map(([opens, closes]) => ({
    [type]: 'OpeningHoursSpecification',
    ...days,
    opens,
    // the whole day as search engines want it; other evenings end when the next day begins
    closes: closes !== '24:00' ? closes : opens === '00:00' ? '23:59' : '00:00',
  }));
}

/** Undefined for what is no list of times of one day, each from one to another. */
function spansOf(text: string): Spans | undefined {
  if (text === 'off' || text === 'closed') return [];
  const spans: [string, string][] = [];
  for (const span of text.split(',')) {
    const [, opens = '', closes = ''] = /^(\d\d?:[0-5]\d)-(\d\d?:[0-5]\d)$/.exec(span) ?? [];
    const [from, to] = [opens.padStart(5, '0'), closes.padStart(5, '0')];
    if (!closes || from >= '24:00' || to > '24:00' || from === to) return undefined;
    spans.push([from, to]);
  }
  return spans;
}

/** Indices of the weekdays; every day when none is named. Undefined for what are no days. */
function daysOf(text: string | undefined): number[] | undefined {
  if (text === undefined) return DAYS.map((_, day) => day);
  const days: number[] = [];
  for (const part of text.split(',')) {
    if (part === 'PH') continue;
    const [from, to, more] = part.split('-').map(day => DAYS.indexOf(day));
    if (from === undefined || from < 0 || to === -1 || more !== undefined) return undefined;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === (to ?? from)) break;
    }
  }
  return days;
}

function two(number: number | string): string {
  return String(number).padStart(2, '0');
}

function isDate(iso: string): boolean {
  const date = new Date(`${iso}T00:00Z`);
  return !Number.isNaN(+date) && date.toISOString().startsWith(iso);
}
