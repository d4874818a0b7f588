import {formatDate, formatTime, formatWeekday, isoDateIn} from '@local-widgets/core';
import type {Messages} from '../locales/index.js';

/** Times are always the shop's: on its own clock. */
export interface ShopTime {
  readonly timeZone: string;
  readonly now: Date;
  readonly messages: Messages;
  readonly language: string;
}

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

const DAY = 24 * 3_600_000;

/** `demain, lundi 23 novembre`; the date alone for later days. */
export function dayName(startsAt: string, {timeZone, now, messages, language}: ShopTime): string {
  const day = isoDateIn(new Date(startsAt), timeZone);
  const date = `${formatWeekday(day, language)} ${formatDate(day, language)}`;
  if (day === isoDateIn(now, timeZone)) return `${messages.today}, ${date}`;
  // 24 hours later is another day, but never the day after tomorrow, also when clocks change
  if (day === isoDateIn(new Date(now.getTime() + DAY), timeZone)) {
    return `${messages.tomorrow}, ${date}`;
  }
  return date;
}

/** `9 h – 9 h 30` */
export function spanName(
  {startsAt, endsAt}: Span,
  {timeZone, messages, language}: ShopTime,
): string {
  const [from, to] = [startsAt, endsAt].map(at => formatTime(new Date(at), language, timeZone));
  return messages.fromTo(from!, to!);
}

/** `demain, lundi 23 novembre, 9 h – 9 h 30`, with the zone where it is not the visitor's. */
export function slotName(span: Span, time: ShopTime): string {
  const zone = otherZone(span.startsAt, time);
  const name = time.messages.at(dayName(span.startsAt, time), spanName(span, time));
  return zone ? `${name} (${zone})` : name;
}

/** The zone of the shop by its name, when the visitor's clock shows another time at that moment. */
export function otherZone(startsAt: string, {timeZone, language}: ShopTime): string | undefined {
  const at = new Date(startsAt);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isSame = [isoDateIn, timeIn].every(read => read(at, timeZone) === read(at, here));
  if (isSame) return undefined;
  const parts = new Intl.DateTimeFormat(language, {timeZone, timeZoneName: 'long'}).formatToParts(
    at,
  );
  return parts.find(({type}) => type === 'timeZoneName')?.value ?? timeZone;
}

const timeIn = (at: Date, timeZone: string): string => formatTime(at, 'fr', timeZone);

/** Things of one day together, in the order in which they come. */
export function byDay<T extends Span>(slots: readonly T[], timeZone: string): T[][] {
  const days = new Map<string, T[]>();
  for (const slot of slots) {
    const day = isoDateIn(new Date(slot.startsAt), timeZone);
    const sameDay = days.get(day);
    if (sameDay) sameDay.push(slot);
    else days.set(day, [slot]);
  }
  return [...days.values()];
}
