import fc from 'fast-check';
import type {SlotQuestion} from '../../src/pickup/index.js';
import type {Product} from '../../src/schemas.js';
import type {OracleQuestion, Span, WeeklyHours} from './oracle.js';
import {product} from './shop.js';

const DAY = 1440;
const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

const time = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':');

const print = (spans: readonly Span[]) =>
  spans.map(({from, to}) => `${time(from)}-${time(to > DAY ? to - DAY : to)}`).join(',');

/** The same hours as OSM `opening_hours`: days add to each other, holidays replace them. */
export function osmHours({week, onHolidays}: WeeklyHours): string {
  const days = week.flatMap((spans, i) => (spans.length ? `${WEEKDAYS[i]} ${print(spans)}` : []));
  const holidays = onHolidays && `PH ${onHolidays.length ? print(onHolidays) : 'off'}`;
  return [days.join(', ') || 'off', ...(holidays ? [holidays] : [])].join('; ');
}

/** Quarters of an hour mostly; openings and breaks last an hour and more. */
const spansUpTo = (end: number): fc.Arbitrary<Span[]> =>
  fc
    .tuple(fc.constantFrom(1, 15, 15, 15), fc.array(fc.integer({min: 0, max: end}), {maxLength: 4}))
    .map(([unit, times]) => {
      const spans: Span[] = [];
      const sorted = times.map(at => at - (at % unit)).sort((a, b) => a - b);
      let free = 0;
      for (let i = 0; i + 1 < sorted.length; i += 2) {
        const [from, to] = [sorted[i]!, sorted[i + 1]!];
        if (from < free || from >= DAY || to - from < 60 || to - from > DAY) continue;
        spans.push({from, to});
        free = to + 60;
      }
      return spans;
    });

/** Hours in the night of a change of clocks, in and around the hour that is missing or comes twice. */
const night: fc.Arbitrary<Span[]> = fc
  .tuple(fc.constantFrom(0, 60, 90, 120, 135, 150, 180), fc.constantFrom(60, 75, 120, 180, 300))
  .map(([from, length]) => [{from, to: from + length}]);

const day = fc.oneof<fc.MaybeWeightedArbitrary<Span[]>[]>(
  {weight: 3, arbitrary: spansUpTo(DAY)},
  {weight: 3, arbitrary: spansUpTo(2 * DAY - 60)},
  {weight: 1, arbitrary: night},
  {weight: 1, arbitrary: fc.constant([{from: 22 * 60, to: 26 * 60}])},
  {weight: 1, arbitrary: fc.constant([{from: 0, to: DAY}])},
  {weight: 1, arbitrary: fc.constant([])},
);

const everyDay = (spans: Span[]) => WEEKDAYS.map(() => spans);

/** As on other days, closed, or with hours of their own. */
const ON_HOLIDAYS: (Span[] | undefined)[] = [undefined, [], [{from: 10 * 60, to: 12 * 60}]];

const hours: fc.Arbitrary<WeeklyHours> = fc.record({
  week: fc.oneof(fc.array(day, {minLength: 7, maxLength: 7}), day.map(everyDay)),
  onHolidays: fc.constantFrom(...ON_HOLIDAYS),
});

const instant = (iso: string) => Date.parse(iso);

/** Days beside which much happens: both changes of clocks, and holidays. */
const SPECIAL = [
  '2026-01-01',
  '2026-03-29',
  '2026-04-03',
  '2026-05-14',
  '2026-08-15',
  '2026-10-25',
  '2026-12-26',
  '2027-03-28',
  '2027-10-31',
  '2027-12-25',
];

/** In 2026 and 2027, at any millisecond or on the minute. */
const now = fc
  .tuple(
    fc.oneof(
      fc.integer({min: instant('2026-01-01'), max: instant('2027-12-20')}),
      fc
        .tuple(fc.constantFrom(...SPECIAL), fc.integer({min: -3 * DAY, max: DAY}))
        .map(([date, minutes]) => instant(date) + minutes * 60_000),
    ),
    fc.boolean(),
  )
  .map(([at, isWhole]) => (isWhole ? at - (at % 60_000) : at));

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined});

const monthDay = fc
  .date({min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true})
  .map(date => date.toISOString().slice(5, 10));

const line = fc.record({
  quantity: fc.integer({min: 1, max: 4}),
  points: optional(fc.integer({min: 0, max: 3})),
  preparationMinutes: optional(fc.constantFrom(0, 30, 90, 1440, 2000)),
  availability: optional(
    fc.oneof(
      fc.subarray(WEEKDAYS, {minLength: 2}).map(weekdays => ({weekdays})),
      fc.record({season: fc.record({from: monthDay, to: monthDay})}),
    ),
  ),
});

const offer = fc
  .record({
    stepMinutes: fc.constantFrom(5, 10, 15, 20, 30, 45, 50, 60, 90, 120, 240, 720),
    orders: optional(fc.integer({min: 1, max: 5})),
    items: optional(fc.integer({min: 1, max: 20})),
    leadMinutes: fc.constantFrom(0, 0, 20, 60, 200, 1440, 3000),
    leadCounts: fc.constantFrom('clock' as const, 'opening' as const),
    cutOff: optional(
      fc.record({
        time: fc.constantFrom('00:00', '02:30', '10:00', '18:00', '23:59'),
        daysBefore: fc.integer({min: 0, max: 3}),
      }),
    ),
    horizonDays: fc.constantFrom(1, 2, 4, 8, 15),
  })
  .map(({orders, items, cutOff, ...rest}) => ({
    kind: 'slots' as const,
    capacity: {...(orders && {orders}), ...(items && {items})},
    ...(cutOff && {cutOff}),
    ...rest,
  }));

const closures = fc.array(
  fc.tuple(now, fc.integer({min: 0, max: 3})).map(([at, length]) => ({
    from: new Date(at).toISOString().slice(0, 10),
    to: new Date(at + length * DAY * 60_000).toISOString().slice(0, 10),
  })),
  {maxLength: 3},
);

/** Up to four orders and six items, by the start of the slot. */
const taken = fc.integer({min: 0, max: 1e6}).map(salt => (startsAt: Date) => {
  const mixed = ((+startsAt / 60_000) * 7919 + salt) % 35;
  return mixed < 7 ? undefined : {orders: mixed % 5, items: mixed % 7};
});

/** A question for the oracle about a shop, in one of the zones of France. */
export const oracleQuestion: fc.Arbitrary<OracleQuestion> = fc
  .record({
    timeZone: fc.oneof(
      {weight: 3, arbitrary: fc.constant('Europe/Paris')},
      {
        weight: 2,
        arbitrary: fc.constantFrom('Indian/Reunion', 'America/Martinique', 'Pacific/Noumea'),
      },
    ),
    region: fc.constantFrom('FR' as const, 'FR-alsace-moselle' as const),
    hours,
    slotHours: optional(hours),
    closures,
    closedSoon: fc.boolean(),
    offer,
    basket: fc.array(line, {maxLength: 3}),
    now,
    taken,
  })
  .map(({closedSoon, ...question}) => {
    const date = new Date(question.now + DAY * 60_000).toISOString().slice(0, 10);
    const soon = closedSoon ? [{from: date, to: date}] : [];
    return {...question, closures: [...question.closures, ...soon]};
  });

/** The same question, as the page and the hub ask it. */
export const slotQuestion = (asked: OracleQuestion): SlotQuestion => ({
  settings: {
    timeZone: asked.timeZone,
    openingHours: osmHours(asked.hours),
    holidays: asked.region,
    closures: asked.closures,
    isPaused: false,
    pickup: [
      {
        mode: 'collect',
        offer: {...asked.offer, ...(asked.slotHours && {hours: osmHours(asked.slotHours)})},
      },
    ],
  },
  mode: 'collect',
  lines: asked.basket.map(({quantity, ...more}) => ({
    product: product(more as Partial<Product>),
    quantity,
  })),
  now: new Date(asked.now),
  taken: asked.taken,
});
