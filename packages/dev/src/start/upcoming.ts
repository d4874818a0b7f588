import {zoneOf, type Zone} from '@local-widgets/model';
import type {PickupRules} from '@local-widgets/model/schemas.js';

type Offer = PickupRules['offer'];

const MINUTE = 60_000;
const DAYS_OF_WEEK = 7;

/**
 * When none of the distributions can be ordered any more, all of them move on by whole weeks, at the
 * same times on the shop's clock, until the first can. Other offers stay as they are.
 */
export function upcoming(offer: Offer, timeZone: string, now: Date): Offer {
  const zone = zoneOf(timeZone);
  if (offer.kind !== 'distributions' || !zone) return offer;
  const ends = offer.distributions.map(({orderUntil}) => Date.parse(orderUntil));
  if (ends.length === 0 || Math.max(...ends) > now.getTime()) return offer;
  const daysLate = zone.dayAt(now.getTime()) - zone.dayAt(Math.min(...ends));
  const days = (Math.floor(daysLate / DAYS_OF_WEEK) + 1) * DAYS_OF_WEEK;
  const move = (instant: string): string => moved(instant, days, zone);
  return {
    ...offer,
    distributions: offer.distributions.map(each => ({
      ...each,
      orderFrom: move(each.orderFrom),
      orderUntil: move(each.orderUntil),
      startsAt: move(each.startsAt),
      endsAt: move(each.endsAt),
    })),
  };
}

/** So many days later, when clocks of the zone show the same time. */
function moved(text: string, days: number, zone: Zone): string {
  const instant = Date.parse(text);
  const day = zone.dayAt(instant);
  const elapsed = (instant - zone.instantOf(day, 0)) / MINUTE;
  // on a day on which clocks change, minutes gone by are not what clocks show
  const shown = elapsed - (zone.instantOf(day, elapsed) - instant) / MINUTE;
  return new Date(zone.instantOf(day + days, shown)).toISOString();
}
