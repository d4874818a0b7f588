import {
  groupOf,
  PlaceIndex,
  type CategoryId,
  type GeoCoordinates,
  type HoursReader,
  type PlaceSearch,
  type Place,
  type PlaceSelection,
} from '@local-widgets/model';
import {PAGE_SIZE, pageCount} from './pages.js';

/** What the page's author decides, and a visitor cannot change. */
export interface ShopsSettings {
  readonly center?: GeoCoordinates | undefined;
  /** Kilometres around the centre that cannot be left. */
  readonly limitKm?: number | undefined;
  /** The only categories or groups to show. */
  readonly allowed?: readonly CategoryId[] | undefined;
}

/** What a visitor asks for. */
export interface Filters {
  readonly text: string;
  readonly categories: ReadonlySet<CategoryId>;
  /** Kilometres. */
  readonly radiusKm: number | undefined;
  readonly openNow: boolean;
}

const NO_FILTERS: Filters = {
  text: '',
  categories: new Set(),
  radiusKm: undefined,
  openNow: false,
};

const NOTHING: PlaceSelection = {indices: [], counts: new Map(), unknownHours: 0};

/**
 * What is asked, and what answers: the places, the filters over them, the page of the list, the chosen
 * one. List and map both show `indices`, in its order. Places are named by their index, which is valid
 * until `setPlaces` is called again. No DOM here.
 */
export class ShopsState {
  index: PlaceIndex | undefined;
  filters: Filters = NO_FILTERS;
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

  private selection: PlaceSelection = NOTHING;
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

  /** The radius in force, in kilometres. */
  get radiusKm(): number | undefined {
    return this.filters.radiusKm ?? this.settings.limitKm;
  }

  get pages(): number {
    return pageCount(this.shown.length);
  }

  /** The indices on the present page of the list. */
  get rows(): readonly number[] {
    return this.shown.slice(this.page * PAGE_SIZE, (this.page + 1) * PAGE_SIZE);
  }

  get selectedPlace(): Place | undefined {
    return this.selected === undefined ? undefined : this.index?.places[this.selected];
  }

  /** Other places, or other settings: what was chosen among the old ones means nothing now. */
  setPlaces(places: readonly Place[] | undefined, settings: ShopsSettings): void {
    this.settings = settings;
    this.selected = undefined;
    this.hovered = undefined;
    this.group = undefined;
    this.page = 0;
    this.index = places && new PlaceIndex(allowed(places, settings), settings.center);
  }

  /** Works out what passes at this moment (hours need one); cheap when called again with nothing changed. */
  refresh(now: Date | undefined): void {
    const {text, categories, openNow} = this.filters;
    const {index, readHours, search, radiusKm, filters, group: asked} = this;
    const inputs = [index, filters, asked, search, readHours, radiusKm, openNow && now];
    if (inputs.every((input, i) => input === this.inputs[i])) return;
    this.inputs = inputs;
    this.selection =
      index?.select({
        ...(search && {text: {query: text, search}}),
        categories: narrowest(categories),
        ...(radiusKm !== undefined && {radius: radiusKm * 1000}),
        ...(openNow && now && readHours && {open: {at: now, readHours}}),
      }) ?? NOTHING;
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

function allowed(places: readonly Place[], settings: ShopsSettings): readonly Place[] {
  if (!settings.allowed) return places;
  const ids = new Set(settings.allowed);
  return places.filter(({categories}) =>
    categories.some(id => ids.has(id) || ids.has(groupOf(id).id)),
  );
}
