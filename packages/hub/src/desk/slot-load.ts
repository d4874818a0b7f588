import {pickupSlots} from '@local-widgets/model';
import type {PickupMode, PickupRules, ShopSettings, Slot} from '@local-widgets/model/schemas.js';
import type {Database} from '../context.js';
import type {Shop} from '../shops/shop-store.js';
import type {ShopDay} from './shop-day.js';

/** How full a slot is; capacities are absent where they are not limited. */
export interface SlotLoad {
  mode: PickupMode;
  startsAt: string;
  endsAt: string;
  takenOrders: number;
  takenItems: number;
  capacityOrders?: number;
  capacityItems?: number;
}

/** All slots of a day in order of time: those of the rules, and those in which there are orders. */
export async function slotLoad(
  db: Database,
  {id, settings}: Pick<Shop, 'id' | 'settings'>,
  day: ShopDay,
): Promise<SlotLoad[]> {
  const loads = new Map<string, SlotLoad>();
  for (const rules of settings.pickup) {
    for (const slot of slotsOfDay(settings, rules, day)) {
      loads.set(keyOf(rules.mode, slot.startsAt), emptyLoad(rules.mode, slot));
    }
  }
  const rows = await db
    .selectFrom('slots')
    .selectAll()
    .where('shop_id', '=', id)
    .where('starts_at', '>=', day.from)
    .where('starts_at', '<', day.to)
    .execute();
  for (const row of rows) {
    const mode = row.mode as PickupMode;
    const startsAt = new Date(row.starts_at).toISOString();
    const key = keyOf(mode, startsAt);
    loads.set(key, {
      mode,
      startsAt,
      endsAt: new Date(row.ends_at).toISOString(),
      ...(row.capacity_orders !== null && {capacityOrders: row.capacity_orders}),
      ...(row.capacity_items !== null && {capacityItems: row.capacity_items}),
      // what the rules say now counts more than what they said when the first order came
      ...loads.get(key),
      takenOrders: row.taken_orders,
      takenItems: row.taken_items,
    });
  }
  return [...loads.values()].sort(
    (a, b) => a.startsAt.localeCompare(b.startsAt) || a.mode.localeCompare(b.mode),
  );
}

const keyOf = (mode: PickupMode, startsAt: string) => `${mode} ${startsAt}`;

function emptyLoad(mode: PickupMode, slot: Slot): SlotLoad {
  const {startsAt, endsAt, remainingOrders, remainingItems} = slot;
  return {
    mode,
    startsAt,
    endsAt,
    takenOrders: 0,
    takenItems: 0,
    ...(remainingOrders !== undefined && {capacityOrders: remainingOrders}),
    ...(remainingItems !== undefined && {capacityItems: remainingItems}),
  };
}

/** Orders for a day are in by its end. */
const NO_CUT_OFF = {time: '00:00', daysBefore: -1};

/** The slots that the rules give for a day, whether they can still be ordered or not. */
function slotsOfDay(settings: ShopSettings, rules: PickupRules, {from, to}: ShopDay): Slot[] {
  const {offer} = rules;
  const always =
    offer.kind === 'slots'
      ? {...offer, leadMinutes: 0, horizonDays: 1, cutOff: NO_CUT_OFF}
      : {
          ...offer,
          distributions: offer.distributions.map(distribution => ({
            ...distribution,
            orderFrom: new Date(from).toISOString(),
            orderUntil: distribution.startsAt,
          })),
        };
  const {slots} = pickupSlots({
    settings: {...settings, isPaused: false, pickup: [{...rules, offer: always}]},
    mode: rules.mode,
    lines: [],
    now: new Date(from),
  });
  return slots.filter(({startsAt}) => Date.parse(startsAt) < to);
}
