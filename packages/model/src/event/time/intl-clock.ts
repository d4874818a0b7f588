import {DAY, HOUR, MINUTE, SECOND} from './civil.js';
import type {Clock} from './clock.js';

const OFFSET = /GMT(?:([+-])(\d+)(?::(\d+))?(?::(\d+))?)?/;
/** A feed may name as many zones as there are; hardly any names ten. */
const MAX_CLOCKS = 700;

const clocks = /* @__PURE__ */ new Map<string, Clock | undefined>();

/**
 * The clock of an IANA zone, as Intl knows it; undefined for a name that it does not. Intl is asked once
 * a zone and day: between two midnights with the same offset nothing has changed.
 */
export function clockOf(name: string): Clock | undefined {
  if (!clocks.has(name)) {
    if (clocks.size >= MAX_CLOCKS) clocks.clear();
    clocks.set(name, createClock(name));
  }
  return clocks.get(name);
}

function createClock(name: string): Clock | undefined {
  const format = formatOf(name);
  if (!format) return undefined;
  const ask = (instant: number): number => {
    // `11/22/2026, GMT+01:00`, or `GMT` alone; before standard time with seconds
    const [, sign, hours, minutes, seconds] = OFFSET.exec(format.format(instant)) ?? [];
    const size =
      Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE + Number(seconds ?? 0) * SECOND;
    return sign === '-' ? -size : size;
  };
  const offsets = new Map<number, number>();
  const changes = new Map<number, number>();
  const atMidnight = (day: number): number => {
    let offset = offsets.get(day);
    if (offset === undefined) offsets.set(day, (offset = ask(day * DAY)));
    return offset;
  };
  return {
    name,
    offsetAt(instant) {
      const day = Math.floor(instant / DAY);
      const before = atMidnight(day);
      const after = atMidnight(day + 1);
      if (before === after) return before;
      let change = changes.get(day);
      if (change === undefined) changes.set(day, (change = changeOf(ask, day, before)));
      return instant < change ? before : after;
    },
  };
}

/** The second of a day at which the offset is no longer what it was at midnight. */
function changeOf(ask: (instant: number) => number, day: number, before: number): number {
  let [same, other] = [0, DAY / SECOND];
  while (other - same > 1) {
    const middle = (same + other) >> 1;
    if (ask(day * DAY + middle * SECOND) === before) same = middle;
    else other = middle;
  }
  return day * DAY + other * SECOND;
}

function formatOf(name: string): Intl.DateTimeFormat | undefined {
  // some engines also take offsets for names
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', {timeZone: name, timeZoneName: 'longOffset'});
  } catch {
    return undefined;
  }
}
