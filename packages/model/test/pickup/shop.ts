import {pickupSlots, type SlotQuestion} from '../../src/pickup/index.js';
import type {Distributions, Product, RollingSlots, SlotOffer} from '../../src/schemas.js';

type Settings = SlotQuestion['settings'];

/** One slot an hour during the opening hours, with no further rule. */
export const HOURLY: RollingSlots = {
  kind: 'slots',
  stepMinutes: 60,
  capacity: {},
  leadMinutes: 0,
  leadCounts: 'clock',
  horizonDays: 7,
};

/** A shop in Paris from which one collects. */
export const shop = (
  openingHours: string,
  offer: Partial<RollingSlots> | Distributions = {},
  settings: Partial<Settings> = {},
): Settings => ({
  timeZone: 'Europe/Paris',
  openingHours,
  holidays: 'FR',
  closures: [],
  isPaused: false,
  pickup: [
    {
      mode: 'collect',
      offer: 'distributions' in offer ? offer : {...HOURLY, ...offer, kind: 'slots'},
    },
  ],
  ...settings,
});

export const product = (more: Partial<Product> = {}): Product => ({
  id: 'pain',
  name: 'Pain de campagne',
  price: 420,
  vatRate: 550,
  ...more,
});

/** One of each product. */
export const basket = (...products: Partial<Product>[]): SlotQuestion['lines'] =>
  products.map(more => ({product: product(more), quantity: 1}));

/** A question at a frozen instant, with an empty basket. */
export const ask = (
  settings: Settings,
  now: string,
  more: Partial<SlotQuestion> = {},
): SlotQuestion => ({settings, mode: 'collect', lines: [], now: new Date(now), ...more});

/** `2026-08-14 09:00` where the shop is. */
export function wallTime(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return format.format(new Date(instant));
}

const startsOf = ({slots, timeZone}: SlotOffer) =>
  slots.map(({startsAt}) => wallTime(startsAt, timeZone));

/** When the slots begin, on the shop's clocks. */
export const starts = (question: SlotQuestion): string[] => startsOf(pickupSlots(question));

/** The days on which there are slots. */
export const days = (question: SlotQuestion): string[] => [
  ...new Set(starts(question).map(start => start.slice(0, 10))),
];

/** Where the first slot begins. */
export const first = (question: SlotQuestion): string | undefined => starts(question)[0];
