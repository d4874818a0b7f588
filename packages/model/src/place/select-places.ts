import type {OpeningStatus} from '../hours/index.js';
import {WordTable} from '../text/word-table.js';
import {BasicPlaceIndex, lazily} from './basic-place-index.js';
import type {
  HoursMoment,
  HoursReader,
  PlaceCriteria,
  PlaceSearch,
  PlaceSelection,
} from './criteria.js';
import {FeatureTable, type Feature, type FeatureCount} from './facets.js';
import {KnownHours} from './known-hours.js';
import {byRank} from './by-rank.js';
import type {Place} from './place.js';

export * from './criteria.js';

/** What passes all criteria but categories and features, in order, and what ranks it. */
interface Candidates {
  readonly indices: Uint32Array;
  /** Scores of the text by index. */
  readonly scores: Uint8Array | undefined;
  /** 0 closed, 1 unknown, 2 open, by index of a kind of hours. */
  readonly states: Uint8Array | undefined;
}

/** More than any score. */
const OPEN_RANK = 128;

/**
 * Places made ready for being asked often: distances measured once, everything else (the order by name,
 * kinds of categories, hours and features, folded texts) when somebody first asks for it. Immutable;
 * make a new one when the places or the centre change.
 */
export class PlaceIndex extends BasicPlaceIndex {
  private readonly features = lazily(() => new FeatureTable(this.places));
  private readonly hours = new KnownHours(this.places);
  private texts: {by: PlaceSearch['searchTextOf']; table: WordTable} | undefined;

  /** The opening status of one place; equal hours are worked out once a moment. */
  statusOf(index: number, at: Date, readHours: HoursReader): OpeningStatus {
    return this.hours.statusOf(index, {at, readHours});
  }

  /**
   * Folds the texts of up to `count` more places, so that the first search need not do it for all.
   *
   * @returns Whether all are done. A search folds what is left at once.
   */
  prepareTexts({searchTextOf}: PlaceSearch, count: number): boolean {
    if (this.texts?.by !== searchTextOf) this.texts = {by: searchTextOf, table: new WordTable()};
    const {table} = this.texts;
    const end = Math.min(this.places.length, table.length + count);
    while (table.length < end) table.add(searchTextOf(this.places[table.length] as Place));
    return end === this.places.length;
  }

  /**
   * Works out up to `count` more of the different opening hours, so that the first "open now" need not
   * do it for all. What does not change until a later moment is not worked out again for that one.
   *
   * @returns Whether all are done. A selection that asks for hours does what is left at once.
   */
  prepareHours(moment: HoursMoment, count: number): boolean {
    return this.hours.prepare(moment, count);
  }

  /** Applies the criteria, and counts. */
  override select(criteria: PlaceCriteria): PlaceSelection {
    const {categories, features = [], sort, open} = criteria;
    const candidates = this.candidatesFor(criteria);
    const offering = this.offering(candidates.indices, features);
    const found = this.within(offering, categories);
    const {scores, states} = candidates;
    const of = states && this.hours.kinds.of;
    const stateOf = (index: number): number => (of && states[of[index] as number]) ?? 0;
    const unknownHours = open ? found.filter(index => stateOf(index) === 1).length : 0;
    let indices = [...found];
    if (sort === 'open') indices = byRank(indices, stateOf);
    else if (!sort && (scores || unknownHours)) {
      indices = byRank(
        indices,
        index => (scores?.[index] ?? 0) + (stateOf(index) === 2 ? OPEN_RANK : 0),
      );
    }
    return {indices, counts: this.categoryCounts(offering), unknownHours};
  }

  /**
   * The features worth offering beside the criteria, with how many places each would leave: those that
   * occur among the places that pass all other criteria, and those that are chosen. Choosing one more
   * service narrows; among labels, and among means of payment, the choice made there is left aside.
   * Services first, then labels and means of payment, the most frequent first.
   */
  featureCounts(criteria: PlaceCriteria): readonly FeatureCount[] {
    const table = this.features();
    const indices = this.within(this.candidatesFor(criteria).indices, criteria.categories);
    return table.counts(table.kinds.sizes(indices), criteria.features ?? []);
  }

  private candidatesFor(criteria: PlaceCriteria): Candidates {
    const {text, radius, open, sort} = criteria;
    const order = sort === 'name' ? this.nameOrder() : this.order();
    const scores = text?.query.trim() ? this.scoresFor(text) : undefined;
    const moment = open ?? (sort === 'open' ? criteria.hours : undefined);
    const states = moment && this.hours.statesAt(moment);
    const limit = this.distances.length ? radius : undefined;
    if (!scores && !open && limit === undefined) return {indices: order, scores, states};
    const hours = open && this.hours.kinds.of;
    const indices = order.filter(
      index =>
        scores?.[index] !== 0 &&
        (limit === undefined || (this.distances[index] as number) <= limit) &&
        !(hours && states?.[hours[index] as number] === 0),
    );
    return {indices, scores, states};
  }

  private offering(indices: Uint32Array, features: readonly Feature[]): Uint32Array {
    if (!features.length) return indices;
    const {kinds} = this.features();
    const passing = this.features().passing(features);
    return indices.filter(index => passing[kinds.of[index] as number]);
  }

  private scoresFor({query, search}: NonNullable<PlaceCriteria['text']>): Uint8Array {
    this.prepareTexts(search, this.places.length);
    return search.createTextMatcher(query).scores(this.texts!.table);
  }
}
