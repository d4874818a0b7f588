import {distanceInMeters} from '../../geo/distance.js';
import {normalizeText} from '../../text/normalize.js';
import {WordTable} from '../../text/word-table.js';
import type {Event, Occurrence} from '../event.js';
import {HOUR} from '../time/civil.js';
import {ageGroupsOf} from './age-groups.js';
import type {Agenda, EventCriteria, EventFacet, EventSearch, FacetCount} from './criteria.js';

/** Days from which on something is no date any more, but goes on. */
const LONG_DAYS = 8;
/** Dates, and days between two of them on average, from which on an event goes on all the time. */
const FREQUENT_DATES = 8;
const FREQUENT_DAYS = 2.5;
/** How long something without an end is taken to last. */
const ASSUMED = 3 * HOUR;

/** A value of a facet and how the source spells it. */
type Value = readonly [value: string, label: string];

/**
 * Events made ready for being asked often: facets, texts and frequencies are worked out once, when somebody first
 * asks. Immutable; make a new one when the events change.
 */
export class EventIndex {
  /** By start. */
  readonly occurrences: readonly Occurrence[];
  private readonly numbers: ReadonlyMap<string, number>;
  /** Of each occurrence the index of its event. */
  private readonly eventOf: Int32Array;
  private readonly facets = new Map<EventFacet, readonly (readonly Value[])[]>();
  private frequent: Uint8Array | undefined;
  private texts: {readonly by: EventSearch['searchTextOf']; readonly table: WordTable} | undefined;

  /** @param occurrences Sorted by start, as every reading gives them. */
  constructor(
    readonly events: readonly Event[],
    occurrences: readonly Occurrence[],
  ) {
    this.numbers = new Map(events.map(({id}, at) => [id, at]));
    this.occurrences = occurrences.filter(({eventId}) => this.numbers.has(eventId));
    this.eventOf = Int32Array.from(this.occurrences, ({eventId}) => this.numbers.get(eventId)!);
  }

  /** The event of an id; undefined for an unknown one. */
  event(id: string): Event | undefined {
    const at = this.numbers.get(id);
    return at === undefined ? undefined : this.events[at];
  }

  /** All occurrences that pass, by start: what a grid shows. */
  select(criteria: EventCriteria): Occurrence[] {
    const passing = this.passing(criteria);
    return this.occurrences.filter(
      (occurrence, at) => passing[this.eventOf[at]!] && isWithin(occurrence, criteria),
    );
  }

  /** The same for a list: what goes on all the time apart, so that it does not drown single dates. */
  agenda(criteria: EventCriteria): Agenda {
    const dated: Occurrence[] = [];
    const ongoing = new Map<string, Occurrence>();
    const frequent = this.frequentEvents();
    const firstDay = criteria.days?.firstDay ?? -Infinity;
    for (const occurrence of this.select(criteria)) {
      const {eventId} = occurrence;
      const isLong = occurrence.lastDay - occurrence.firstDay >= LONG_DAYS - 1;
      const isOn = isLong && isBegun(occurrence, firstDay, criteria.notBefore);
      if (isOn || frequent[this.numbers.get(eventId)!]) {
        if (!ongoing.has(eventId)) ongoing.set(eventId, occurrence);
      } else dated.push(occurrence);
    }
    const lasts = [...ongoing.values()].sort(
      (one, other) => this.lastEnd(one) - this.lastEnd(other) || one.start - other.start,
    );
    return {dated, ongoing: lasts};
  }

  /**
   * The values of a facet among the events that pass all other criteria, the most frequent first; those that are
   * chosen stay, with 0.
   */
  counts(facet: EventFacet, criteria: EventCriteria): FacetCount[] {
    const aside = {...criteria, [CRITERION[facet]]: undefined};
    const passing = this.passing(aside);
    const counted = new Uint8Array(this.events.length);
    const counts = new Map<string, {label: string; count: number}>();
    const values = this.valuesOf(facet);
    this.occurrences.forEach((occurrence, at) => {
      const event = this.eventOf[at]!;
      if (!passing[event] || counted[event] || !isWithin(occurrence, criteria)) return;
      counted[event] = 1;
      for (const [value, label] of values[event]!) {
        const known = counts.get(value);
        if (known) known.count++;
        else counts.set(value, {label, count: 1});
      }
    });
    for (const value of chosenOf(facet, criteria)) {
      const folded = foldOf(facet, value);
      if (!counts.has(folded)) counts.set(folded, {label: value, count: 0});
    }
    return [...counts]
      .map(([value, {label, count}]) => ({value, label, count}))
      .sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1));
  }

  /** 1 for each event that passes all that does not depend on a date. */
  private passing(criteria: EventCriteria): Uint8Array {
    const tests: ((event: Event, at: number) => boolean)[] = [];
    for (const facet of FACETS) {
      const chosen = chosenOf(facet, criteria).map(value => foldOf(facet, value));
      if (!chosen.length) continue;
      const values = this.valuesOf(facet);
      const has = (at: number, value: string): boolean =>
        values[at]!.some(([one]) => one === value);
      tests.push(
        facet === 'accessibility'
          ? (_, at) => chosen.every(value => has(at, value))
          : (_, at) => chosen.some(value => has(at, value)),
      );
    }
    const {near, placeId, text} = criteria;
    if (placeId !== undefined) tests.push(({location}) => location?.placeId === placeId);
    if (near) {
      tests.push(({location}) => {
        const geo = location?.geo;
        return geo !== undefined && distanceInMeters(near.center, geo) <= near.radius;
      });
    }
    if (text?.query.trim()) {
      const scores = this.scoresFor(text.query, text.search);
      tests.push((_, at) => scores[at]! > 0);
    }
    return Uint8Array.from(this.events, (event, at) =>
      Number(tests.every(test => test(event, at))),
    );
  }

  private scoresFor(query: string, search: EventSearch): Uint8Array {
    if (this.texts?.by !== search.searchTextOf) {
      const table = new WordTable();
      for (const event of this.events) table.add(search.searchTextOf(event));
      this.texts = {by: search.searchTextOf, table};
    }
    return search.createTextMatcher(query).scores(this.texts.table);
  }

  private valuesOf(facet: EventFacet): readonly (readonly Value[])[] {
    let values = this.facets.get(facet);
    if (!values) {
      // the first spelling stays, whatever is filtered
      const spellings = new Map<string, string>();
      values = this.events.map(event => uniqueValues(facet, VALUES[facet](event), spellings));
      this.facets.set(facet, values);
    }
    return values;
  }

  private frequentEvents(): Uint8Array {
    if (this.frequent) return this.frequent;
    const counts = new Int32Array(this.events.length);
    const firsts = new Int32Array(this.events.length).fill(2 ** 31 - 1);
    const lasts = new Int32Array(this.events.length).fill(-(2 ** 31));
    this.occurrences.forEach(({firstDay}, at) => {
      const event = this.eventOf[at]!;
      counts[event] = counts[event]! + 1;
      firsts[event] = Math.min(firsts[event]!, firstDay);
      lasts[event] = Math.max(lasts[event]!, firstDay);
    });
    return (this.frequent = Uint8Array.from(counts, (count, at) =>
      count >= FREQUENT_DATES && lasts[at]! - firsts[at]! <= FREQUENT_DAYS * count ? 1 : 0,
    ));
  }

  /** When something that goes on is over; of what repeats this date alone is told. */
  private lastEnd({end, lastDay, firstDay}: Occurrence): number {
    return lastDay > firstDay ? end : Infinity;
  }
}

const FACETS: readonly EventFacet[] = [
  'category',
  'audience',
  'age',
  'free',
  'place',
  'accessibility',
  'setting',
  'language',
  'source',
];

/** Which criterion chooses among the values of a facet. */
const CRITERION: {readonly [F in EventFacet]: keyof EventCriteria} = {
  category: 'categories',
  audience: 'audiences',
  age: 'ages',
  free: 'isFree',
  place: 'places',
  accessibility: 'accessibility',
  setting: 'setting',
  language: 'languages',
  source: 'sources',
};

/** What an event has of each facet, as it is displayed. */
const VALUES: {readonly [F in EventFacet]: (event: Event) => readonly string[]} = {
  category: ({categories}) => categories ?? [],
  audience: ({audience}) => audience ?? [],
  age: ageGroupsOf,
  free: ({isAccessibleForFree}) =>
    isAccessibleForFree === undefined ? [] : [String(isAccessibleForFree)],
  place: event => placeLabelOf(event) ?? [],
  accessibility: ({accessibility}) => accessibility ?? [],
  setting: ({setting}) => (setting === 'both' ? ['indoor', 'outdoor'] : setting ? [setting] : []),
  language: ({inLanguage}) => (inLanguage ?? []).map(tag => tag.split('-')[0]!.toLowerCase()),
  source: ({source, otherSources}) =>
    [source, ...(otherSources ?? [])].flatMap(one => one?.label ?? one?.name ?? []),
};

/** Values that people spell are folded, ours are not. */
function foldOf(facet: EventFacet, value: string): string {
  if (facet === 'language') return value.split('-')[0]!.toLowerCase();
  return /^(?:category|audience|place|source)$/.test(facet) ? normalizeText(value) || value : value;
}

function uniqueValues(
  facet: EventFacet,
  labels: readonly string[],
  spellings: Map<string, string>,
): Value[] {
  const values = new Set<string>();
  for (const label of labels) {
    const value = foldOf(facet, label);
    values.add(value);
    if (!spellings.has(value)) spellings.set(value, label);
  }
  return [...values].map(value => [value, spellings.get(value)!]);
}

function chosenOf(facet: EventFacet, criteria: EventCriteria): readonly string[] {
  const chosen = criteria[CRITERION[facet]] as readonly string[] | string | boolean | undefined;
  if (chosen === undefined) return [];
  return typeof chosen === 'object' ? chosen : [String(chosen)];
}

/** What a place is called among the places of the events: its name and its town, as displayed. */
function placeLabelOf({location}: Event): [string] | undefined {
  const {name, address} = location ?? {};
  const said = name ?? address?.streetAddress;
  const town = address?.addressLocality;
  const label = [said, town].filter(part => part !== undefined);
  return label.length ? [label.join(', ')] : undefined;
}

function isWithin(
  {firstDay, lastDay, start, end}: Occurrence,
  {days, notBefore}: EventCriteria,
): boolean {
  if (days && (firstDay > days.lastDay || lastDay < days.firstDay)) return false;
  return !notBefore || (end > start ? end : start + ASSUMED) > notBefore.getTime();
}

function isBegun(
  {firstDay, start}: Occurrence,
  firstAsked: number,
  notBefore: Date | undefined,
): boolean {
  return firstDay < firstAsked || (notBefore !== undefined && start <= notBefore.getTime());
}
