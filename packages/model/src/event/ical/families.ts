import type {EventCollector} from '../collect-events.js';
import {originOf} from './calendar-context.js';
import {firstOf, type Calendar, type Component} from './components.js';

/** A series, or a single event, with the dates that are not as the others. */
export interface Family {
  readonly base: Component | undefined;
  /** With `RECURRENCE-ID`; of each date the latest revision. */
  readonly exceptions: readonly Component[];
  /** Those of them that are not to be shown. */
  readonly hidden: ReadonlySet<Component>;
}

const NONE: readonly never[] = [];
const NOTHING: ReadonlySet<Component> = /* @__PURE__ */ new Set();

/**
 * The events of a calendar by `UID`. Of several with one UID the one with the highest `SEQUENCE` replaces the
 * others (RFC 5545 §3.8.7.4), then the latest; those that say nothing of being revisions and start at
 * different times were given one UID by mistake, and stay.
 */
export function* familiesOf(calendar: Calendar, collector: EventCollector): Generator<Family> {
  const byUid = new Map<string, Component[]>();
  const groups: Component[][] = [];
  for (const event of calendar.events) {
    const {uid} = event;
    const known = uid === undefined ? undefined : byUid.get(uid);
    if (known) known.push(event);
    else {
      const group = [event];
      groups.push(group);
      if (uid !== undefined) byUid.set(uid, group);
    }
  }
  for (const group of groups) {
    const [only] = group;
    // nearly every event is alone with its UID
    if (group.length === 1 && !isHidden(only!) && !firstOf(only!, 'RECURRENCE-ID')) {
      yield {base: only, exceptions: NONE, hidden: NOTHING};
    } else yield* familiesIn(group, collector);
    for (const event of group) event.forget();
  }
}

function* familiesIn(group: readonly Component[], collector: EventCollector): Generator<Family> {
  const hidden = new Set(group.filter(isHidden));
  for (const event of hidden) collector.reject(originOf(event), 'private', 'CLASS is not PUBLIC');
  const isException = (event: Component): boolean => Boolean(firstOf(event, 'RECURRENCE-ID'));
  const exceptions = latest(group.filter(isException), 'RECURRENCE-ID');
  const all = group.filter(event => !isException(event));
  // not spread: a feed may give one UID to more events than a call takes arguments
  const sequence = all.reduce((most, event) => Math.max(most, sequenceOf(event)), 0);
  const bases = latest(
    all.filter(event => sequenceOf(event) === sequence),
    'DTSTART',
  );
  // what repeats is what exceptions are from
  bases.sort((one, other) => Number(repeats(other)) - Number(repeats(one)));
  const none: Family = {base: undefined, exceptions: [], hidden};
  if (!bases.length) yield {...none, exceptions: exceptions.filter(event => !hidden.has(event))};
  for (const base of bases) {
    if (!hidden.has(base)) yield {...none, base, exceptions: base === bases[0] ? exceptions : []};
  }
}

/** Unknown classes are to be treated as private (RFC 5545 §3.8.1.3). */
const isHidden = (event: Component): boolean =>
  !/^public$/i.test(firstOf(event, 'CLASS')?.value.trim() ?? 'public');

const repeats = (event: Component): boolean =>
  Boolean(firstOf(event, 'RRULE') ?? firstOf(event, 'RDATE'));

const sequenceOf = (event: Component): number =>
  Math.max(0, Number(firstOf(event, 'SEQUENCE')?.value) || 0);

/** Of those with the same value of a property the latest revision, in their order. */
function latest(events: readonly Component[], name: string): Component[] {
  const found = new Map<string, Component>();
  // comparable as text: both are written in the same form
  const stampOf = (event: Component): string =>
    (firstOf(event, 'LAST-MODIFIED') ?? firstOf(event, 'DTSTAMP'))?.value ?? '';
  for (const event of events) {
    const value = firstOf(event, name)?.value.trim() ?? '';
    const known = found.get(value);
    const ahead = known ? sequenceOf(event) - sequenceOf(known) : 1;
    if (ahead > 0 || (ahead === 0 && stampOf(event) >= stampOf(known!))) found.set(value, event);
  }
  return [...found.values()];
}
