import {
  FeedController,
  FeedError,
  formatNumber,
  LocalElement,
  type FeedEnvironment,
  type FeedState,
} from '@local-widgets/core';
import {
  groupOf,
  openingWeek,
  PlaceIndex,
  PointIndex,
  type CategoryId,
  type GeoCoordinates,
  type HolidayCalendar,
  type OpeningHoursOptions,
  type Place,
  type PlaceFormat,
  type PlaceSelection,
  type ReadPlacesResult,
} from '@local-widgets/model';
import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {
  LocalShopSelectEvent,
  LocalShopsErrorEvent,
  LocalShopsFilterEvent,
  LocalShopsLoadEvent,
} from './events.js';
import {styles} from './local-shops-map.styles.js';
import {shopsMapMessages, type Messages} from './locales/index.js';
import {basemapOf, type Basemap} from './map/basemaps.js';
import {MapController, type MapModel} from './map/map-controller.js';
import {parseCategories, parseCenter, parseRadius} from './state/attributes.js';
import {categoryChoices} from './state/category-choices.js';
import {MinuteController} from './state/minute-controller.js';
import {openingWords, type OpeningWords} from './state/opening-words.js';
import {PAGE_SIZE, pageCount, rowsOfPage} from './state/pages.js';
import {radiusChoices} from './state/radius-choices.js';
import {readSource, rejectionReport} from './state/read-source.js';
import {cardTemplate} from './templates/card.js';
import {filtersTemplate} from './templates/filters.js';
import {listTemplate, type RowData} from './templates/list.js';
import {mapPaneTemplate} from './templates/map-pane.js';
import {pagerTemplate} from './templates/pager.js';
import {failedTemplate, loadingTemplate, nothingFoundTemplate} from './templates/states.js';

const NOTHING: PlaceSelection = {indices: [], counts: new Map(), unknownHours: 0};

/**
 * Nearby shops and producers: a list that is complete by itself, and a map beside it that shows the
 * same places. Reads GeoJSON or CSV from `src`, asks no third party but the base map's provider, keeps
 * nothing on the visitor's device.
 *
 * @summary Who sells, makes or does what near here.
 * @tag local-shops-map
 *
 * @slot - What to show without JavaScript, and when the list cannot be loaded: a short list, a link.
 *
 * @event {LocalShopSelectEvent} local-shop-select - A person chose a place, or closed its card.
 * @event {LocalShopsFilterEvent} local-shops-filter - A person changed a filter.
 * @event {LocalShopsLoadEvent} local-shops-load - The source was read.
 * @event {LocalShopsErrorEvent} local-shops-error - The source could not be loaded or read.
 *
 * @csspart filters - The bar of filters above the list.
 * @csspart list - The list of places.
 * @csspart item - One place in the list.
 * @csspart card - Everything about the chosen place.
 * @csspart map - The frame of the map.
 *
 * @cssproperty [--local-color-accent] - Links, main buttons, the chosen place.
 * @cssproperty [--local-color-on-accent] - Text on the accent colour.
 * @cssproperty [--local-color-surface] - Background of fields, the card and the map's buttons.
 * @cssproperty [--local-color-text] - Text on that background.
 * @cssproperty [--local-color-muted] - Secondary text.
 * @cssproperty [--local-color-border] - Lines and outlines.
 * @cssproperty [--local-color-focus] - Outline of what has the keyboard.
 * @cssproperty [--local-color-open] - The word "open".
 * @cssproperty [--local-color-closed] - The word "closed".
 * @cssproperty [--local-color-producers] - Symbols of producers.
 * @cssproperty [--local-color-food] - Symbols of food shops.
 * @cssproperty [--local-color-eat] - Symbols of places to eat and drink.
 * @cssproperty [--local-color-shops] - Symbols of other shops.
 * @cssproperty [--local-color-crafts] - Symbols of craftspeople.
 * @cssproperty [--local-color-services] - Symbols of services.
 * @cssproperty [--local-color-culture] - Symbols of culture and public life.
 * @cssproperty [--local-color-other] - Symbols of everything else.
 * @cssproperty [--local-radius] - Rounding of corners.
 * @cssproperty [--local-space] - Distance between parts.
 *
 * @example
 * ```html
 * <local-shops-map src="shops.geojson" center="0.5247,48.4086" radius-km="15">
 *   <a href="shops.html">Our shops and producers</a>
 * </local-shops-map>
 * ```
 */
export class LocalShopsMap extends LocalElement {
  static override styles: CSSResultGroup = [LocalElement.styles, styles];

  /** Address of the list: GeoJSON or CSV, on this site or on one that allows it (CORS). */
  @property() src = '';

  /** `geojson` or `csv`, where the content alone does not tell. */
  @property() format = '';

  /** Longitude and latitude in degrees, as in GeoJSON: distances are measured from here. */
  @property() center = '';

  /** Only places within this many kilometres of the centre; a visitor can narrow it, not leave it. */
  @property({attribute: 'radius-km'}) radiusKm = '';

  /** Only these categories or groups, by id, separated by spaces. */
  @property() categories = '';

  /** Height of list and map side by side, a CSS length. */
  @property() height = '';

  /** Base map: `ign`, `osm-france`, `none`, or a template address with `{z}`, `{x}`, `{y}`. */
  @property() tiles = 'ign';

  /** Who must be named for a template address, as plain text. */
  @property({attribute: 'tiles-attribution'}) tilesAttribution = '';

  /** IANA time zone of the places' opening hours. */
  @property({attribute: 'time-zone'}) timeZone = 'Europe/Paris';

  /** Public holidays that opening hours mean: `FR`, `FR-alsace-moselle` or `none`. */
  @property() holidays = 'FR';

  /** Level of the heading of the card, so that it fits the page's outline. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 3;

  /** The places themselves, instead of `src`: for pages that already have them. */
  @property({attribute: false}) places: readonly Place[] | undefined;

  /** The outer world of feeds, replaced in tests. */
  @property({attribute: false}) feedEnvironment: FeedEnvironment | undefined;

  @state() private text = '';
  @state() private chosen: ReadonlySet<CategoryId> = new Set();
  @state() private chosenRadius: number | undefined;
  @state() private openNow = false;
  @state() private group: ReadonlySet<number> | undefined;
  @state() private page = 0;
  @state() private selected: number | undefined;
  @state() private hovered: number | undefined;
  @state() private pane: 'list' | 'map' = 'list';

  @query('.canvas') private readonly canvasElement!: HTMLElement | null;

  private readonly feed = new FeedController<ReadPlacesResult>(this, state => this.settled(state));
  private readonly minute = new MinuteController(this);
  private readonly map = new MapController(this, {
    model: () => this.mapModel(),
    canvas: () => this.canvasElement,
    select: index => this.select(index, true),
    hover: index => (this.hovered = index),
    group: indices => this.showGroup(indices),
    warn: (message, ...details) => this.warn(message, ...details),
  });

  private index: PlaceIndex | undefined;
  private points: PointIndex | undefined;
  private selection: PlaceSelection = NOTHING;
  private indices: readonly number[] = [];
  private basemap: Basemap | undefined;
  private centerGeo: GeoCoordinates | undefined;
  private limitKm: number | undefined;
  private allowed: readonly CategoryId[] | undefined;
  private focusAfterUpdate: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.readAttributes(changed);
    if (changed.has('src') || changed.has('format')) this.load();
    this.updateIndex(changed);
    if (this.index) this.updateSelection(this.index);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('height')) this.applyHeight();
    if (this.focusAfterUpdate) {
      this.renderRoot.querySelector<HTMLElement>(this.focusAfterUpdate)?.focus();
      this.focusAfterUpdate = undefined;
    }
  }

  /** Loads the source again. */
  reload(): void {
    this.feed.reload();
  }

  /** Chooses a place by its id as if a person had; `null` closes the card. Unknown ids do nothing. */
  selectPlace(id: string | null): void {
    const index = this.index?.places.findIndex(place => place.id === id) ?? -1;
    if (id === null) this.select(undefined, false);
    else if (index >= 0) this.select(index, false);
  }

  override render(): TemplateResult {
    const {messages, language} = this.words;
    const {index} = this;
    return html`<section class="root" lang=${language} aria-label=${messages.label}>
      ${index ? this.filtersPart(index) : nothing}
      <p class="status" role="status">${this.statusWords()}</p>
      ${index ? this.paneSwitch() : nothing}
      <div class="body" data-pane=${this.pane}>
        <div class="panel">${this.panelPart()}</div>
        ${this.mapPart()}
      </div>
    </section>`;
  }

  private filtersPart(index: PlaceIndex): TemplateResult {
    const {language, messages} = this.words;
    return filtersTemplate(
      {
        text: this.text,
        categories: categoryChoices(index.places, this.selection.counts, this.allowed, this.chosen),
        chosen: this.chosen,
        radii: this.centerGeo ? radiusChoices(index.distances, this.limitKm) : [],
        radius: this.chosenRadius,
        limit: this.limitKm,
        openNow: index.knowsHours ? this.openNow : undefined,
        language,
        messages,
      },
      {
        search: text => this.filter(() => (this.text = text)),
        toggleCategory: id => this.filter(() => this.toggleCategory(id)),
        chooseRadius: km => this.filter(() => (this.chosenRadius = km)),
        toggleOpenNow: () => this.filter(() => (this.openNow = !this.openNow)),
      },
    );
  }

  private paneSwitch(): TemplateResult {
    const {messages} = this.words;
    const option = (pane: 'list' | 'map'): TemplateResult => html`<button
      class="button"
      type="button"
      aria-pressed=${this.pane === pane ? 'true' : 'false'}
      @click=${() => (this.pane = pane)}
    >
      ${messages[pane]}
    </button>`;
    return html`<div class="switch" role="group" aria-label=${messages.view}>
      ${option('list')}${option('map')}
    </div>`;
  }

  private panelPart(): TemplateResult | typeof nothing {
    const {index} = this;
    const {messages} = this.words;
    if (!index) return this.withoutPlaces();
    if (index.places.length === 0) return html`<slot></slot>`;
    const place = this.selected === undefined ? undefined : index.places[this.selected];
    if (place && this.selected !== undefined) return this.cardPart(index, this.selected, place);
    if (this.indices.length === 0) {
      return nothingFoundTemplate(messages, () => this.filter(() => this.reset()));
    }
    return this.listPart(index);
  }

  private withoutPlaces(): TemplateResult | typeof nothing {
    const {state} = this.feed;
    const {messages} = this.words;
    if (state.phase === 'failed') {
      const sentence = messages.failures[codeOf(state.error)];
      return failedTemplate({sentence, messages}, () => this.reload());
    }
    return state.phase === 'loading' ? loadingTemplate() : html`<slot></slot>`;
  }

  private listPart(index: PlaceIndex): TemplateResult {
    const {language, messages} = this.words;
    const rows = rowsOfPage(this.indices, this.page).map(i => this.rowOf(index, i));
    const select = (id: string): void =>
      this.select(
        index.places.findIndex(place => place.id === id),
        true,
      );
    const hover = (id: string | undefined): void => {
      const found = id === undefined ? -1 : index.places.findIndex(place => place.id === id);
      this.hovered = found < 0 ? undefined : found;
    };
    return html`
      ${this.group ? this.groupPart(this.group.size) : nothing}
      ${listTemplate({rows, knowsHours: index.knowsHours, language, messages}, {select, hover})}
      ${pagerTemplate({page: this.page, pages: pageCount(this.indices.length), messages}, page => {
        this.page = page;
        this.focusAfterUpdate = '.row .name';
      })}
      ${this.notesPart()}
    `;
  }

  private groupPart(count: number): TemplateResult {
    const {messages} = this.words;
    return html`<p class="group">
      ${messages.here(count)}
      <button class="button quiet" type="button" @click=${() => this.leaveGroup()}>
        ${messages.showAll}
      </button>
    </p>`;
  }

  /** What a visitor should know about the list itself: stale, partial, without its map. */
  private notesPart(): TemplateResult | typeof nothing {
    const {messages} = this.words;
    const {state, data} = this.feed;
    const notes = [
      state.phase === 'failed' ? messages.stale : '',
      data && data.rejected.length > 0 ? messages.partial(data.rejected.length) : '',
      this.map.phase === 'failed' ? messages.mapFailed : '',
    ].filter(Boolean);
    return notes.length > 0 ? html`<p class="notes">${notes.join(' ')}</p>` : nothing;
  }

  private cardPart(index: PlaceIndex, at: number, place: Place): TemplateResult {
    const {language, messages} = this.words;
    return cardTemplate(
      {
        ...this.rowOf(index, at),
        week: openingWeek(place.openingHours, this.minute.now, this.hoursOptions()),
        headingLevel: this.headingLevel,
        language,
        messages,
      },
      () => this.closeCard(place.id),
    );
  }

  private mapPart(): TemplateResult | typeof nothing {
    const {messages} = this.words;
    if (this.map.phase === 'failed') return nothing;
    return html`<div class="map" part="map">
      ${mapPaneTemplate(
        {
          phase: this.map.phase,
          basemap: this.basemap,
          tilesFailed: this.map.tilesFailed,
          messages,
        },
        {
          zoom: steps => this.map.zoomBy(steps),
          recenter: () => this.map.recenter(),
          skip: () => this.renderRoot.querySelector<HTMLElement>('.after-map')?.focus(),
        },
      )}
      <span class="after-map" tabindex="-1"></span>
    </div>`;
  }

  private statusWords(): string {
    const {messages, language} = this.words;
    const {index, selection, indices} = this;
    if (!index) return this.feed.state.phase === 'loading' ? messages.loading : '';
    if (index.places.length === 0) return messages.empty;
    if (indices.length === 0) return messages.nothing;
    const order = this.centerGeo ? messages.nearestFirst : messages.byName;
    const found = messages.found(indices.length, formatNumber(indices.length, language));
    const unknown =
      selection.unknownHours > 0 ? messages.ofWhichUnknown(selection.unknownHours) : '';
    const page =
      indices.length > PAGE_SIZE ? messages.page(this.page + 1, pageCount(indices.length)) : '';
    return [found, unknown, order, page.toLowerCase()].filter(Boolean).join(', ');
  }

  private rowOf(index: PlaceIndex, at: number): RowData {
    const place = index.places[at] as Place;
    return {
      place,
      distance: index.distances[at],
      opening: this.openingOf(index, at),
      hovered: at === this.hovered,
    };
  }

  private openingOf(index: PlaceIndex, at: number): OpeningWords {
    const {language, messages} = this.words;
    const {now} = this.minute;
    return openingWords(index.places[at]?.openingHours, index.statusOf(at, now), {
      at: now,
      timeZone: this.timeZone,
      language,
      messages,
    });
  }

  private get words(): {messages: Messages; language: string} {
    return shopsMapMessages.for(this.language.tag);
  }

  private hoursOptions(): OpeningHoursOptions {
    return {timeZone: this.timeZone, holidays: this.holidays as HolidayCalendar};
  }

  private mapModel(): MapModel | undefined {
    const {index, points} = this;
    if (!index || !points || index.places.length === 0) return undefined;
    const radius = this.chosenRadius ?? this.limitKm;
    return {
      index,
      points,
      indices: this.indices,
      selected: this.selected,
      hovered: this.hovered,
      center: this.centerGeo,
      radius: radius === undefined ? undefined : radius * 1000,
      basemap: this.basemap,
      ...this.words,
    };
  }

  private readAttributes(changed: PropertyValues<this>): void {
    const read = <T>(name: keyof LocalShopsMap, parse: () => {value?: T; problem?: string}, keep: (value: T | undefined) => void): void => {
      if (!changed.has(name)) return;
      const {value, problem} = parse();
      if (problem) this.warn(problem);
      keep(value);
    };
    read('center', () => parseCenter(this.center), value => (this.centerGeo = value));
    read('radiusKm', () => parseRadius(this.radiusKm), value => (this.limitKm = value));
    read('categories', () => parseCategories(this.categories), value => (this.allowed = value));
    if (!changed.has('tiles') && !changed.has('tilesAttribution')) return;
    const {basemap, problem} = basemapOf(this.tiles, this.tilesAttribution);
    if (problem) this.warn(problem);
    this.basemap = basemap;
  }

  private load(): void {
    this.forget();
    if (!this.src) {
      this.feed.clear();
      return;
    }
    const format = this.format ? (this.format as PlaceFormat) : undefined;
    const environment = this.feedEnvironment;
    this.feed.load(signal =>
      readSource(this.src, format, {signal, ...(environment && {environment})}),
    );
  }

  /** Another source has other places: what was chosen among the old ones means nothing now. */
  private forget(): void {
    this.selected = undefined;
    this.hovered = undefined;
    this.group = undefined;
    this.page = 0;
  }

  private settled(state: FeedState<ReadPlacesResult>): void {
    if (state.phase === 'ready') {
      const {places, rejected} = state.data;
      if (rejected.length > 0) this.warn(rejectionReport(state.data));
      this.emit(new LocalShopsLoadEvent({count: places.length, rejected: rejected.length}));
    } else if (state.phase === 'failed') {
      const code = codeOf(state.error);
      this.warn(state.error.message);
      this.emit(new LocalShopsErrorEvent({code, message: state.error.message}));
    }
  }

  private updateIndex(changed: PropertyValues<this>): void {
    const places = this.places ?? this.feed.data?.places;
    const settings = (['center', 'timeZone', 'holidays', 'categories'] as const).some(name =>
      changed.has(name),
    );
    if (this.index && this.sourcePlaces === places && !settings) return;
    this.sourcePlaces = places;
    if (!places) {
      this.index = undefined;
      this.indices = [];
      return;
    }
    this.forget();
    const center = this.centerGeo;
    this.index = new PlaceIndex(this.allowedOf(places), {
      ...(center && {center}),
      hours: this.hoursOptions(),
    });
    this.points = new PointIndex(this.index.places);
  }

  private sourcePlaces: readonly Place[] | undefined;

  private allowedOf(places: readonly Place[]): readonly Place[] {
    if (!this.allowed) return places;
    const allowed = new Set(this.allowed);
    return places.filter(place =>
      place.categories.some(id => allowed.has(id) || allowed.has(groupOf(id).id)),
    );
  }

  private updateSelection(index: PlaceIndex): void {
    const radius = this.chosenRadius ?? this.limitKm;
    this.selection = index.select({
      text: this.text,
      categories: [...this.chosen],
      ...(radius !== undefined && {radius: radius * 1000}),
      ...(this.openNow && {openAt: this.minute.now}),
    });
    const {group} = this;
    const {indices} = this.selection;
    this.indices = group ? indices.filter(i => group.has(i)) : indices;
    this.page = Math.min(this.page, pageCount(this.indices.length) - 1);
  }

  private applyHeight(): void {
    const root = this.renderRoot.querySelector<HTMLElement>('.root');
    if (this.height && !CSS.supports('height', this.height)) {
      this.warn(`height="${this.height}" is ignored: a CSS length such as 32rem is needed.`);
      root?.style.removeProperty('--_height');
      return;
    }
    root?.style.setProperty('--_height', this.height || null);
  }

  /** Every change a person makes to a filter starts at the first page, and is told to the page. */
  private filter(change: () => void): void {
    change();
    this.page = 0;
    this.group = undefined;
    this.selected = undefined;
    void this.updateComplete.then(() => {
      const places = this.index?.places ?? [];
      const ids = this.indices.map(i => places[i]?.id ?? '');
      this.emit(new LocalShopsFilterEvent({ids}));
    });
  }

  private toggleCategory(id: CategoryId): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }

  private reset(): void {
    this.text = '';
    this.chosen = new Set();
    this.chosenRadius = undefined;
    this.openNow = false;
    this.focusAfterUpdate = '#search';
  }

  private select(index: number | undefined, byPerson: boolean): void {
    if (index === this.selected) return;
    this.selected = index;
    const place = index === undefined ? null : (this.index?.places[index] ?? null);
    if (place) {
      this.map.reveal(place.geo);
      if (byPerson) this.focusAfterUpdate = '#card-name';
    }
    this.emit(new LocalShopSelectEvent({id: place?.id ?? null, place}));
  }

  private closeCard(id: string): void {
    this.select(undefined, true);
    this.focusAfterUpdate = `.name[data-id="${CSS.escape(id)}"]`;
  }

  private showGroup(indices: readonly number[]): void {
    this.group = new Set(indices);
    this.page = 0;
    this.selected = undefined;
    this.pane = 'list';
    this.focusAfterUpdate = '.row .name';
  }

  private leaveGroup(): void {
    this.group = undefined;
    this.focusAfterUpdate = '.row .name';
  }
}

function codeOf(error: Error): FeedError['code'] {
  return error instanceof FeedError ? error.code : 'unreadable';
}
