/** Who is measured: our element, and what one would use instead. */
export const CONTENDERS = [
  'ours',
  'fullcalendar',
  'fullcalendar-6',
  'eventcalendar',
  'schedule-x',
] as const;

export type ContenderName = (typeof CONTENDERS)[number];

/** The packages whose versions are told. */
export const PACKAGES = [
  'fullcalendar',
  '@fullcalendar/core',
  '@event-calendar/core',
  '@schedule-x/calendar',
];

/** Events times slowing-down beyond which somebody takes minutes for a few months. */
const PATIENCE: Readonly<Partial<Record<ContenderName, number>>> = {
  eventcalendar: 2_000,
  'schedule-x': 2_000,
};

/** Whether a measurement is left out because everybody knows that it takes minutes. */
export function isHopeless(name: ContenderName, count: number, throttle: number): boolean {
  return count * throttle > (PATIENCE[name] ?? Infinity);
}
