import {distanceInMeters} from '../geo/distance.js';
import {createNameReader, likenessOf, type ComparableName} from '../place/name-likeness.js';
import type {Event, EventSource, EventsReading, Occurrence} from './event.js';
import {MINUTE} from './time/civil.js';
import type {EventDraft} from './to-event.js';

/** The events of several sources, each once. */
export interface MergedEvents extends Pick<EventsReading, 'events' | 'occurrences'> {
  /** How many events went into another. */
  readonly duplicates: number;
}

/** Two sources round the same start differently. */
const SAME_START = 15 * MINUTE;
/** Metres between two positions of one place. */
const NEAR = 250;
/** More events than these at one moment are compared no further: every lesson of a county at nine. */
const MOST_AT_ONCE = 200;

/** An event made ready to be compared. */
interface Entry {
  readonly event: Event;
  readonly name: ComparableName;
  readonly place: ComparableName | undefined;
  /** Sorted. */
  readonly starts: readonly number[];
}

/**
 * Merges several sources, the most trusted first. Two events are one when they have the same UID and a start in
 * common; or when half of the dates of the one with fewer start at the same time (a quarter of an hour apart at
 * most), the names are alike, and the places do not contradict. Never two events of one source.
 *
 * Earlier sources win: of later ones comes what they do not say, and their `source` among `otherSources`. Dates that
 * only one of them has stay. An id that is taken already gets a number, the same at every reading.
 */
export function mergeEvents(
  readings: readonly Pick<EventsReading, 'events' | 'occurrences'>[],
): MergedEvents {
  const merger = new Merger();
  for (const reading of readings) merger.add(reading);
  return merger.finish();
}

class Merger {
  private readonly entries: Entry[] = [];
  private readonly dates: Occurrence[][] = [];
  /** Indices of entries by quarter of an hour of a start, and by UID. */
  private readonly byStart = new Map<number, number[]>();
  private readonly byUid = new Map<string, number[]>();
  private readonly ids = new Set<string>();
  private readonly readName = createNameReader();
  private duplicates = 0;

  add({events, occurrences}: Pick<EventsReading, 'events' | 'occurrences'>): void {
    const dates = new Map<string, Occurrence[]>();
    for (const occurrence of occurrences) {
      const own = dates.get(occurrence.eventId);
      if (own) own.push(occurrence);
      else dates.set(occurrence.eventId, [occurrence]);
    }
    const found = events.map(event => this.entryOf(event, dates.get(event.id) ?? []));
    const known = this.entries.length;
    const taken = new Set<number>();
    const ids = new Map<string, string>();
    const partners = found.map(entry => {
      const partner = this.partnerOf(entry, known, taken);
      if (partner !== undefined) taken.add(partner);
      return partner;
    });
    found.forEach((entry, at) => {
      const partner = partners[at];
      const id =
        partner === undefined ? this.giveId(entry.event.id) : this.entries[partner]!.event.id;
      ids.set(entry.event.id, id);
    });
    found.forEach((entry, at) => {
      const own = dates.get(entry.event.id) ?? [];
      const partner = partners[at];
      if (partner === undefined) this.keep(entry, own, ids);
      else this.join(partner, entry, own);
    });
  }

  finish(): MergedEvents {
    const occurrences = this.dates.flat();
    occurrences.sort((one, other) => one.start - other.start || other.end - one.end);
    return {
      events: this.entries.map(({event}) => event),
      occurrences,
      duplicates: this.duplicates,
    };
  }

  private entryOf(event: Event, dates: readonly Occurrence[]): Entry {
    const {location} = event;
    const place = location?.name ?? location?.address?.streetAddress;
    return {
      event,
      name: this.readName(event.name),
      place: place === undefined ? undefined : this.readName(place),
      starts: dates.map(({start}) => start).sort((one, other) => one - other),
    };
  }

  /** The surest of those that were there before this source. */
  private partnerOf(entry: Entry, known: number, taken: ReadonlySet<number>): number | undefined {
    const {uid} = entry.event;
    const candidates = new Set(uid === undefined ? [] : this.byUid.get(uid));
    // a series has the same start again and again: a few of its dates find who shares them
    for (const start of entry.starts.slice(0, 8)) {
      const slot = Math.floor(start / SAME_START);
      for (const near of [slot - 1, slot, slot + 1]) {
        for (const at of this.byStart.get(near)?.slice(0, MOST_AT_ONCE) ?? []) candidates.add(at);
      }
    }
    let best: number | undefined;
    let bestScore = 0;
    for (const at of candidates) {
      if (at >= known || taken.has(at)) continue;
      const score = scoreOf(this.entries[at]!, entry);
      if (score > bestScore) [best, bestScore] = [at, score];
    }
    return best;
  }

  private giveId(wanted: string): string {
    let id = wanted;
    for (let number = 2; this.ids.has(id); number++) id = `${wanted}-${number}`;
    this.ids.add(id);
    return id;
  }

  private keep(entry: Entry, dates: readonly Occurrence[], ids: ReadonlyMap<string, string>): void {
    const at = this.entries.length;
    const {event} = entry;
    const id = ids.get(event.id)!;
    const superEvent = event.superEvent === undefined ? undefined : ids.get(event.superEvent);
    const isRenamed = id !== event.id || (superEvent ?? event.superEvent) !== event.superEvent;
    const own = isRenamed ? {...event, id, ...(superEvent !== undefined && {superEvent})} : event;
    this.entries.push({...entry, event: own});
    this.dates.push(dates.map(date => (date.eventId === id ? date : {...date, eventId: id})));
    for (const start of entry.starts) addTo(this.byStart, Math.floor(start / SAME_START), at);
    if (event.uid !== undefined) addTo(this.byUid, event.uid, at);
  }

  private join(partner: number, {event}: Entry, dates: readonly Occurrence[]): void {
    this.duplicates++;
    const known = this.entries[partner]!;
    this.entries[partner] = {...known, event: joined(known.event, event)};
    const own = this.dates[partner]!;
    for (const date of dates) {
      const isKnown = own.some(one => Math.abs(one.start - date.start) <= SAME_START);
      if (!isKnown) own.push({...date, eventId: known.event.id});
    }
  }
}

/** How sure it is that two events are one; 0 when they are not, or nobody can tell. */
function scoreOf(known: Entry, found: Entry): number {
  const common = commonStarts(known.starts, found.starts);
  const least = Math.min(known.starts.length, found.starts.length);
  if (known.event.uid !== undefined && known.event.uid === found.event.uid) {
    return common || !least ? 1000 + common : 0;
  }
  if (!common || common * 2 < least || known.event.isAllDay !== found.event.isAllDay) return 0;
  const likeness = likenessOf(known.name, found.name);
  const places = placesOf(known, found);
  if (places === 'other' || likeness === 'other' || likeness === 'silent') return 0;
  if (likeness === 'contained' && places !== 'same') return 0;
  return (
    (likeness === 'same' ? 300 : likeness === 'slip' ? 200 : 100) + (places === 'same' ? 50 : 0)
  );
}

/** Whether two events are at one place; `unknown` when one of them does not say where. */
function placesOf(one: Entry, other: Entry): 'same' | 'other' | 'unknown' {
  const [here, there] = [one.event.location, other.event.location];
  if (here?.placeId !== undefined && here.placeId === there?.placeId) return 'same';
  if (here?.geo && there?.geo)
    return distanceInMeters(here.geo, there.geo) <= NEAR ? 'same' : 'other';
  const [town, theirTown] = [here, there].map(place =>
    place?.address?.addressLocality?.toLowerCase(),
  );
  if (town !== undefined && theirTown !== undefined && town !== theirTown) return 'other';
  if (!one.place || !other.place) return 'unknown';
  const likeness = likenessOf(one.place, other.place);
  return likeness === 'other' ? 'other' : 'same';
}

/** How many starts two sorted lists have in common, a quarter of an hour apart at most. */
function commonStarts(some: readonly number[], others: readonly number[]): number {
  let common = 0;
  for (let at = 0, their = 0; at < some.length && their < others.length;) {
    const difference = some[at]! - others[their]!;
    if (Math.abs(difference) <= SAME_START) {
      common++;
      at++;
      their++;
    } else if (difference < 0) at++;
    else their++;
  }
  return common;
}

/** What the first says, and what only the second does. */
function joined(first: Event, second: Event): Event {
  const {source: own, otherSources: others = []} = second;
  const sources: EventSource[] = [...(first.otherSources ?? []), ...(own ? [own] : []), ...others];
  const said: Partial<EventDraft> = {...second};
  // when they are at odds on when it is, nothing of the second is taken for that
  delete said.recurrence;
  delete said.superEvent;
  delete said.isFloating;
  delete said.timeZone;
  delete said.source;
  const isFurther = first.eventStatus === undefined || first.eventStatus === 'scheduled';
  return {
    ...said,
    ...first,
    // a cancellation that only one of them knows is news
    ...(isFurther && second.eventStatus && {eventStatus: second.eventStatus}),
    ...(sources.length && {otherSources: sources}),
  };
}

function addTo<Key>(map: Map<Key, number[]>, key: Key, at: number): void {
  const all = map.get(key);
  if (all) all.push(at);
  else map.set(key, [at]);
}
