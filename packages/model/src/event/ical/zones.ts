import type {Budget} from '../recurrence/budget.js';
import type {Clock} from '../time/clock.js';
import {clockOf} from '../time/intl-clock.js';
import {allOf, firstOf, type Calendar, type Component} from './components.js';

/** What else is known of a zone that Intl does not have by its name. */
export interface OddZone {
  readonly name: string;
  /** The VTIMEZONE that describes it, where there is one. */
  readonly described: Component | undefined;
  /** Up to when its rules are worked out: milliseconds since 1970. */
  readonly to: number;
  readonly budget: Budget;
}

/** Finds the clock of such a zone; see odd-zones.ts, which most feeds do not need. */
export type OddZoneFinder = (zone: OddZone) => Clock | undefined;

/** A feed names few zones; one that makes up more gets its own back. */
const MAX_ZONES = 200;

/** The time zones of one calendar, by the names that it gives them. */
export class CalendarZones {
  /** The clock of times that name none: what the calendar says is its zone, or the only one it describes. */
  readonly floating: Clock | undefined;
  private readonly described = new Map<string, Component>();
  private readonly clocks = new Map<string, Clock | undefined>();

  /** @param to Up to when the calendar's own rules are worked out: milliseconds since 1970. */
  constructor(
    calendar: Calendar,
    private readonly findOdd: OddZoneFinder,
    private readonly to: number,
    private readonly budget: Budget,
  ) {
    const {zones} = calendar;
    for (const zone of zones) {
      for (const {value} of allOf(zone, 'TZID')) this.described.set(value.trim(), zone);
    }
    const said = firstOf(calendar, 'X-WR-TIMEZONE') ?? firstOf(calendar, 'TIMEZONE-ID');
    const only = zones.length === 1 ? [...this.described.keys()].at(-1) : undefined;
    this.floating = (said && this.clockOf(said.value)) ?? (only ? this.clockOf(only) : undefined);
  }

  /** The clock that `TZID` names; undefined when nobody knows it. */
  clockOf(tzid: string): Clock | undefined {
    const {clocks, described, to, budget} = this;
    const name = tzid.trim();
    if (!clocks.has(name) && clocks.size <= MAX_ZONES) {
      const zone = {name, described: described.get(name), to, budget};
      clocks.set(name, clockOfPath(name) ?? this.findOdd(zone));
    }
    return clocks.get(name);
  }
}

/** By the IANA name, or by the path that some write around it (`/freeassociation.sourceforge.net/Europe/Paris`). */
function clockOfPath(name: string): Clock | undefined {
  const [, short] = /^\/.*?\/((?:[^/]+\/){0,2}[^/]+)$/.exec(name) ?? [];
  for (let rest = short ?? name; ; rest = rest.replace(/^[^/]*\//, '')) {
    const clock = clockOf(rest);
    if (clock || !short || !rest.includes('/')) return clock;
  }
}
