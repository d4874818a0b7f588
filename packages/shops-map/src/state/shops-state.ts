import {
  BasicPlaceIndex,
  distanceInMeters,
  groupOf,
  type CategoryId,
  type Feature,
  type FeatureCount,
  type GeoCoordinates,
  type HoursReader,
  type PlaceCriteria,
  type PlaceIndex,
  type PlaceSearch,
  type Place,
  type PlaceSelection,
  type PlaceSort,
  type PreparedOrder,
} from '@local-widgets/model';
import {NO_FILTERS, type Filters, type Origin} from './filters.js';
import {PAGE_SIZE, pageCount} from './pages.js';

/** What the page's author decides, and a visitor cannot change. */
export interface ShopsSettings {
  readonly center?: GeoCoordinates | undefined;
  /** Kilometres around the centre that cannot be left. */
  readonly limitKm?: number | undefined;
  /** The only categories or groups to show. */
  readonly allowed?: readonly CategoryId[] | undefined;
}

/** More rows than this are no list on paper. */
const PRINTED_ROWS = 1000;

const NOTHING: PlaceSelection = {indices: [], counts: new Map(), unknownHours: 0};

/**
 * What is asked, and what answers: the places, the filters over them, the page of the list, the chosen
 * one. List and map both show `indices`, in its order. Places are named by their index, which is valid
 * until `setPlaces` is called again. No DOM here.
 */
export class ShopsState {
  index: BasicPlaceIndex | undefined;
  filters: Filters = NO_FILTERS;
  /** Where distances are measured from instead of the page's centre. */
  origin: Origin | undefined;
  /** A person's or the page's choice; undefined: best answer to the text, then nearest, or by name. */
  sort: PlaceSort | undefined;
  /** Places that share a spot, when a person asked to see just those. */
  group: readonly number[] | undefined;
  page = 0;
  selected: number | undefined;
  hovered: number | undefined;
  settings: ShopsSettings = {};
  /** Works out opening hours; absent until that is loaded. */
  readHours: HoursReader | undefined;
  /** Searches in texts; absent until that is loaded. */
  search: PlaceSearch | undefined;
  /** On paper all rows are on one page. */
  isPrinting = false;

  private Index: typeof BasicPlaceIndex = BasicPlaceIndex;
  private selection: PlaceSelection = NOTHING;
  private criteria: PlaceCriteria = {};
  private shown: readonly number[] = [];
  /** What the last answer was worked out from. */
  private inputs: readonly unknown[] = [];

  constructor(private readonly onChange: () => void) {}

  /** The places that pass all filters, in the order to show them. */
  get indices(): readonly number[] {
    return this.shown;
  }

  /** How many places each category would leave, the other filters being as they are. */
  get counts(): ReadonlyMap<CategoryId, number> {
    return this.selection.counts;
  }

  /** How many of the shown places have hours that nobody knows, when "open now" is asked. */
  get unknownHours(): number {
    return this.selection.unknownHours;
  }

  /** What the places offer that pass, worked out when asked: a panel is rarely open. */
  get features(): readonly FeatureCount[] {
    const {index} = this;
    return index && 'featureCounts' in index
      ? (index as PlaceIndex).featureCounts(this.criteria)
      : [];
  }

  /** Where distances are measured from. */
  get center(): GeoCoordinates | undefined {
    return this.origin?.geo ?? this.settings.center;
  }

  /** The radius to draw around the centre, in kilometres. */
  get radiusKm(): number | undefined {
    return this.filters.radiusKm ?? (this.origin ? undefined : this.settings.limitKm);
  }

  /** Whether what is asked goes beyond categories. */
  get needsSearch(): boolean {
    const {text, open, features, radiusKm} = this.filters;
    return Boolean(text || open || features.size || radiusKm || this.sort === 'open');
  }

  get pages(): number {
    return pageCount(this.shown.length);
  }

  /** The indices on the present page of the list. */
  get rows(): readonly number[] {
    if (this.isPrinting) return this.shown.slice(0, PRINTED_ROWS);
    return this.shown.slice(this.page * PAGE_SIZE, (this.page + 1) * PAGE_SIZE);
  }

  get selectedPlace(): Place | undefined {
    return this.selected === undefined ? undefined : this.index?.places[this.selected];
  }

  /**
   * Other places, or other settings: what was chosen among the old ones means nothing now, unless it
   * is there again and the new ones only follow the view.
   */
  setPlaces(
    places: readonly Place[] | undefined,
    settings: ShopsSettings,
    {prepared, isSameSource = false}: {prepared?: PreparedOrder; isSameSource?: boolean} = {},
  ): void {
    const chosen = isSameSource ? this.selectedPlace : undefined;
    this.settings = settings;
    this.hovered = undefined;
    this.group = undefined;
    if (!isSameSource) this.page = 0;
    const offered = places && placesOffered(places, settings);
    const ready = offered === places ? prepared : undefined;
    this.index = offered && new this.Index(offered, this.center, ready);
    this.selected = chosen && this.indexOf(chosen.id);
  }

  /** From now on an index that answers everything, in the place of the basic one. */
  useIndex(Index: typeof PlaceIndex): void {
    if (this.Index === Index) return;
    this.Index = Index;
    if (this.index) this.index = new Index(this.index.places, this.center, this.index.prepared);
  }

  /** Measures from somewhere else; undefined: from the page's centre again. */
  setOrigin(origin: Origin | undefined): void {
    this.origin = origin;
    // the same places in the same order: what is chosen stays chosen
    if (this.index) {
      this.index = new this.Index(this.index.places, this.center, this.index.prepared);
    }
    this.group = undefined;
    this.page = 0;
    this.onChange();
  }

  sortBy(sort: PlaceSort | undefined): void {
    this.sort = sort;
    this.page = 0;
    this.onChange();
  }

  /** Works out what passes at this moment (hours need one); cheap when called again with nothing changed. */
  refresh(now: Date | undefined): void {
    const {text, categories, features, open} = this.filters;
    const {index, readHours, search, filters, group: asked, sort} = this;
    const at = open === 'now' ? now : (open ?? now);
    const hours = readHours && at && {at, readHours};
    const moment = open || sort === 'open' ? at?.getTime() : undefined;
    const inputs = [index, filters, asked, search, readHours, sort, moment];
    if (inputs.every((input, i) => input === this.inputs[i])) return;
    this.inputs = inputs;
    this.criteria = {
      ...(search && {text: {query: text, search}}),
      categories: narrowest(categories),
      features: [...features],
      ...(filters.radiusKm !== undefined && {radius: filters.radiusKm * 1000}),
      ...(open && hours && {open: hours}),
      ...(hours && {hours}),
      ...(sort && {sort}),
    };
    this.selection = index?.select(this.criteria) ?? NOTHING;
    const {indices} = this.selection;
    const group = asked && new Set(asked);
    this.keep(group ? indices.filter(i => group.has(i)) : indices);
    this.page = Math.min(this.page, this.pages - 1);
  }

  /** A person changes some filters: back to the first page, and out of the card. */
  filter(change: Partial<Filters>): void {
    this.filters = {...this.filters, ...change};
    this.group = undefined;
    this.selected = undefined;
    this.page = 0;
    this.onChange();
  }

  /** Takes a category in or out; a group that goes takes its own categories along. */
  toggleCategory(id: CategoryId): void {
    const {categories} = this.filters;
    this.filter({
      categories: categories.has(id)
        ? new Set([...categories].filter(other => other !== id && groupOf(other).id !== id))
        : new Set([...categories, id]),
    });
  }

  /** Takes something that a place must offer in or out. */
  toggleFeature(feature: Feature): void {
    const features = new Set(this.filters.features);
    if (!features.delete(feature)) features.add(feature);
    this.filter({features});
  }

  reset(): void {
    this.filter(NO_FILTERS);
  }

  turnTo(page: number): void {
    this.page = page;
    this.onChange();
  }

  showGroup(indices: readonly number[] | undefined): void {
    this.group = indices;
    this.selected = undefined;
    this.page = 0;
    this.onChange();
  }

  /** Chooses a place; taking the choice back turns to the page where the place stands. */
  select(index: number | undefined): void {
    if (index === this.selected) return;
    const row = this.selected === undefined ? -1 : this.shown.indexOf(this.selected);
    if (index === undefined && row >= 0) this.page = Math.floor(row / PAGE_SIZE);
    this.selected = index;
    this.onChange();
  }

  hover(index: number | undefined): void {
    if (index === this.hovered) return;
    this.hovered = index;
    this.onChange();
  }

  indexOf(id: string): number | undefined {
    const found = this.index?.places.findIndex(place => place.id === id) ?? -1;
    return found < 0 ? undefined : found;
  }

  /** The same array as before when it holds the same, so that the map knows that nothing moved. */
  private keep(indices: readonly number[]): void {
    const {shown} = this;
    const isSame = shown.length === indices.length && shown.every((at, i) => at === indices[i]);
    if (!isSame) this.shown = indices;
  }
}

/** A group beside one of its own categories was only the way to get there. */
function narrowest(chosen: ReadonlySet<CategoryId>): CategoryId[] {
  const ids = [...chosen];
  return ids.filter(id => !ids.some(other => other !== id && groupOf(other).id === id));
}

/** What the page allows: its categories, within its limit around its centre. */
function placesOffered(
  places: readonly Place[],
  {allowed, center, limitKm}: ShopsSettings,
): readonly Place[] {
  const limit = center && limitKm !== undefined ? limitKm * 1000 : undefined;
  if (!allowed && limit === undefined) return places;
  const ids = new Set(allowed);
  const isAllowed = (id: CategoryId): boolean => ids.has(id) || ids.has(groupOf(id).id);
  return places.filter(
    ({categories, geo}) =>
      (!allowed || categories.some(isAllowed)) &&
      (!center || limit === undefined || distanceInMeters(center, geo) <= limit),
  );
}
