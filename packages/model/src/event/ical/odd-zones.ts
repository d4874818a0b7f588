import {HOUR, MINUTE} from '../time/civil.js';
import {fixedClock, UTC, type Clock} from '../time/clock.js';
import {clockOf} from '../time/intl-clock.js';
import {firstOf} from './components.js';
import {ruleClock} from './rule-clock.js';
import {zoneOfWindows} from './windows-zones.js';
import type {OddZone} from './zones.js';

const OFFSET = /^\(?(?:UTC|GMT)(?:\s*([+-])\s*(\d{1,2})(?:[:.]?(\d\d))?)?\b/i;
const CONTINENTS = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic'];

/**
 * The clock of a zone that has not its IANA name: by the name that Windows has for it, by its own rules, by the
 * cities or the offset in its name.
 */
export function findOddZone({name, described, to, budget}: OddZone): Clock | undefined {
  if (/^tzone:.*\/utc$/i.test(name)) return UTC;
  const location = described && firstOf(described, 'X-LIC-LOCATION')?.value.trim();
  for (const known of [zoneOfWindows(name), location]) {
    const clock = known && clockOf(known);
    if (clock) return clock;
  }
  const own = described && ruleClock(described, to, budget);
  return own ?? clockOfCities(name) ?? clockOfOffset(name);
}

/** `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`: Outlook's words for a zone are its cities. */
function clockOfCities(name: string): Clock | undefined {
  for (const city of name.replace(/^\([^)]*\)/, '').split(',', 10)) {
    const place = city.trim().replace(/ /g, '_');
    if (!/^[a-z_]{3,}$/i.test(place)) continue;
    for (const continent of CONTINENTS) {
      const clock = clockOf(`${continent}/${place}`);
      if (clock) return clock;
    }
  }
  return undefined;
}

/** `UTC+01`, `GMT-0500`, `(GMT +01:00)`. */
function clockOfOffset(name: string): Clock | undefined {
  const match = OFFSET.exec(name);
  if (!match) return undefined;
  const [, sign, hours = 0, minutes = 0] = match;
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE;
  return size > 15 * HOUR ? undefined : fixedClock(sign === '-' ? -size : size);
}
