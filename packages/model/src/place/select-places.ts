import {distanceInMeters} from '../geo/distance.js';
import type {OpeningStatus} from '../hours/index.js';
import type {TextMatcher} from '../text/match.js';
import {normalizeText} from '../text/normalize.js';
import {ancestorsOf, type CategoryId} from './categories.js';
import type {GeoCoordinates, Place} from './place.js';

/** Works out hours at a moment: `openingStatus` with the options of the place. */
export type HoursReader = (hours: string, at: Date) => OpeningStatus;

/** Makes places searchable: `searchTextOf` and `createTextMatcher`, wherever they come from. */
export interface PlaceSearch {
  /** Called once for each place, as long as it is the same function. */
  readonly searchTextOf: (place: Place) => string;
  readonly createTextMatcher: (query: string) => TextMatcher;
}

/** What a person asks for; everything left out does not restrict. */
export interface PlaceCriteria {
  /** Words in the name, the products, the town…; accents and small slips are forgiven. */
  readonly text?: {readonly query: string; readonly search: PlaceSearch};
  /** Any of these categories, or any below them. */
  readonly categories?: readonly CategoryId[];
  /** Metres from the centre, the edge included. Without a centre it does not restrict. */
  readonly radius?: number;
  /** Only places open at this moment, and those whose hours nobody knows. */
  readonly open?: {readonly at: Date; readonly readHours: HoursReader};
}

/** The answer: indices into the places, in the order to show them. */
export interface PlaceSelection {
  readonly indices: readonly number[];
  /** How many places of each category, and of each group, pass all the other criteria. */
  readonly counts: ReadonlyMap<CategoryId, number>;
  /** With `open`: how many of the selected have unknown hours. They come after the open ones. */
  readonly unknownHours: number;
}

/**
 * Places made ready for being asked often: nearest first, distances measured once, texts folded once
 * when somebody first searches. Immutable; make a new one when the places or the centre change.
 */
export class PlaceIndex {
  /** Metres from the centre by index; empty without a centre. */
  readonly distances: Float64Array;
  /** Whether any place says when it is open, so that asking "open now" makes sense. */
  readonly knowsHours: boolean;

  private readonly order: Uint32Array;
  private texts: {by: PlaceSearch['searchTextOf']; all: readonly string[]} | undefined;
  private readonly lineages = new Map<CategoryId, readonly CategoryId[]>();
  private statuses:
    {at: number; reader: HoursReader; byHours: Map<string, OpeningStatus>} | undefined;

  /** @param center Distances are measured from here; without it places are in the order of their names. */
  constructor(
    readonly places: readonly Place[],
    center?: GeoCoordinates,
  ) {
    this.distances = new Float64Array(center ? places.length : 0);
    if (center) places.forEach(({geo}, i) => (this.distances[i] = distanceInMeters(center, geo)));
    this.knowsHours = places.some(place => place.openingHours !== undefined);
    this.order = this.inOrder();
  }

  /** The opening status of one place; equal hours are worked out once a moment. */
  statusOf(index: number, at: Date, reader: HoursReader): OpeningStatus {
    const hours = this.places[index]?.openingHours;
    if (hours === undefined) return {state: 'unknown'};
    if (this.statuses?.at !== at.getTime() || this.statuses.reader !== reader) {
      this.statuses = {at: at.getTime(), reader, byHours: new Map()};
    }
    const {byHours} = this.statuses;
    let status = byHours.get(hours);
    if (!status) byHours.set(hours, (status = reader(hours, at)));
    return status;
  }

  /** Applies the criteria. Order: best text match, then open before unknown, then nearest (or name). */
  select(criteria: PlaceCriteria): PlaceSelection {
    const {open} = criteria;
    const wanted = new Set(criteria.categories);
    const counts = new Map<CategoryId, number>();
    const scores = this.scoresFor(criteria.text);
    const found: number[] = [];
    const unknown = new Set<number>();
    for (const index of this.order) {
      if (scores?.[index] === 0 || this.isBeyond(index, criteria.radius)) continue;
      const state = open && this.statusOf(index, open.at, open.readHours).state;
      if (state === 'closed') continue;
      const lineage = this.lineageOf(this.places[index] as Place);
      for (const id of lineage) counts.set(id, (counts.get(id) ?? 0) + 1);
      if (wanted.size > 0 && !lineage.some(id => wanted.has(id))) continue;
      found.push(index);
      if (state === 'unknown') unknown.add(index);
    }
    // the sort is stable: what is equal here stays nearest first
    if (scores || unknown.size > 0) {
      const rank = (i: number): number => (scores?.[i] ?? 0) - (unknown.has(i) ? 1e6 : 0);
      found.sort((a, b) => rank(b) - rank(a));
    }
    return {indices: found, counts, unknownHours: unknown.size};
  }

  private inOrder(): Uint32Array {
    const {distances, places} = this;
    const order = Uint32Array.from(places.keys());
    if (distances.length > 0) {
      return order.sort((a, b) => (distances[a] as number) - (distances[b] as number));
    }
    // folded once and compared as plain strings: a collator takes seconds for 100,000 names
    const names = places.map(({name}) => normalizeText(name));
    return order.sort((a, b) => ((names[a] as string) < (names[b] as string) ? -1 : 1));
  }

  private isBeyond(index: number, radius: number | undefined): boolean {
    return radius !== undefined && (this.distances[index] ?? 0) > radius;
  }

  private scoresFor(text: PlaceCriteria['text']): number[] | undefined {
    if (!text?.query.trim()) return undefined;
    const {searchTextOf, createTextMatcher} = text.search;
    if (this.texts?.by !== searchTextOf) {
      this.texts = {by: searchTextOf, all: this.places.map(searchTextOf)};
    }
    return this.texts.all.map(createTextMatcher(text.query));
  }

  /** A place's categories with all that stand above them, each once. */
  private lineageOf({categories}: Place): readonly CategoryId[] {
    const [only] = categories;
    if (categories.length > 1 || only === undefined) {
      return [...new Set(categories.flatMap(id => [id, ...ancestorsOf(id)]))];
    }
    let lineage = this.lineages.get(only);
    if (!lineage) this.lineages.set(only, (lineage = [only, ...ancestorsOf(only)]));
    return lineage;
  }
}
