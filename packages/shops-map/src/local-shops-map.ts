import {
  FeedController,
  FeedError,
  LocalElement,
  property,
  state,
  type FeedEnvironment,
  type FeedState,
} from '@local-widgets/core';
import {
  type HolidayCalendar,
  type Place,
  type PlaceFormat,
  type PlaceIndex,
  type ReadPlacesResult,
} from '@local-widgets/model';
import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import {
  LocalShopSelectEvent,
  LocalShopsErrorEvent,
  LocalShopsFilterEvent,
  LocalShopsLoadEvent,
} from './events.js';
import {styles} from './local-shops-map.styles.js';
import {shopsMapMessages, type Messages} from './locales/index.js';
import {MapController} from './map/map-controller.js';
import type {MapModel} from './map/map-view.js';
import {parseCategories, parseCenter, parseRadius, type Parsed} from './state/attributes.js';
import {categoryRows} from './state/category-choices.js';
import {DetailsLoader} from './state/details-loader.js';
import type {PlaceDetails} from './state/place-details.js';
import {radiusChoices} from './state/radius-choices.js';
import {readSource, rejectionReport} from './state/read-source.js';
import {ShopsState, type Filters} from './state/shops-state.js';
import {statusWords} from './state/status-words.js';
import type {ViewContext} from './state/view-context.js';
import {filtersTemplate} from './templates/filters.js';
import type {RowData} from './templates/list.js';
import {paneSwitchTemplate, type Pane} from './templates/pane-switch.js';
import {panelTemplate} from './templates/panel.js';
import {cardMissingTemplate, failedTemplate, loadingTemplate} from './templates/states.js';

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
  @property() holidays: HolidayCalendar = 'FR';

  /** Level of the heading of the card, so that it fits the page's outline. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 3;

  /** The places themselves, instead of `src`: for pages that already have them. */
  @property({attribute: false}) places: readonly Place[] | undefined;

  /** The outer world of feeds, replaced in tests. */
  @property({attribute: false}) feedEnvironment: FeedEnvironment | undefined;

  /** Which of list and map is in sight where only one fits. */
  @state() private pane: Pane = 'list';

  private readonly shops = new ShopsState(() => this.requestUpdate());
  private readonly feed = new FeedController<ReadPlacesResult>(this, state => this.settled(state));
  private readonly loader = new DetailsLoader(this, (...words) => this.warn(...words));
  private readonly map = new MapController(this, {
    model: () => this.mapModel(),
    frame: () => this.mapFrame(),
    select: at => this.choose(at),
    hover: at => this.shops.hover(at),
    group: indices => this.showGroup(indices),
    skip: () => this.find('.after-map')?.focus(),
    warn: (message, ...details) => this.warn(message, ...details),
  });

  private source: readonly Place[] | undefined;
  private settings: Pick<ShopsState['settings'], 'center' | 'limitKm' | 'allowed'> = {};
  /** A person asked again after a failure, with a button that is gone meanwhile. */
  private retrying = false;
  /** The place of the last `local-shop-select`. */
  private told: Place | undefined;
  /** Selector of what gets the keyboard once it is rendered. */
  private focusNext: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    void shopsMapMessages.load(this.language.tag)?.then(() => this.requestUpdate());
    this.readAttributes(changed);
    if (changed.has('src') || changed.has('format')) this.load();
    this.takePlaces(changed);
    const {details} = this;
    details?.configure(this);
    this.shops.readHours = details?.readHours;
    this.shops.search = details?.searchIn(this.words.messages.category);
    this.shops.refresh(details?.now);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('height')) this.applyHeight();
    if (this.shops.index?.places.length && !this.loader.failed) void this.loader.ask();
    const place = this.shops.selectedPlace;
    if (place !== this.told) {
      this.told = place;
      this.emit(new LocalShopSelectEvent({id: place?.id ?? null, place: place ?? null}));
    }
    if (!this.focusNext) return;
    this.find(this.focusNext)?.focus();
    this.focusNext = undefined;
  }

  /** Loads the source again. */
  reload(): void {
    this.feed.reload();
  }

  /** Chooses a place by its id as a person would; `null` closes the card. Unknown ids do nothing. */
  selectPlace(id: string | null): void {
    const at = id === null ? undefined : this.shops.indexOf(id);
    if (id === null || at !== undefined) this.select(at);
  }

  override render(): TemplateResult {
    // its sentences are on their way
    if (!this.hasUpdated && shopsMapMessages.load(this.language.tag)) return loadingTemplate();
    const {messages, language} = this.words;
    const {index} = this.shops;
    const loading = !index && this.feed.state.phase === 'loading';
    const hasMap = this.map.phase !== 'failed';
    const pane = hasMap ? this.pane : 'list';
    return html`<div class="root" lang=${language}>
      ${index ? this.filtersPart(index) : nothing}
      <p class="status" role="status">
        ${loading ? messages.loading : statusWords(this.shops, language, messages)}
      </p>
      ${index && hasMap ? paneSwitchTemplate({pane, messages}, pane => (this.pane = pane)) : nothing}
      <div class="body" data-pane=${pane}>
        <div class="panel">${index ? this.placesPart(index) : this.feedPart()}</div>
        ${hasMap ? this.mapPart() : nothing}
      </div>
    </div>`;
  }

  private filtersPart(index: PlaceIndex): TemplateResult {
    const {filters, counts, settings} = this.shops;
    const {text, categories, radiusKm, openNow} = filters;
    return filtersTemplate(
      {
        // without the details nobody can search
        text: this.loader.failed ? undefined : text,
        categories: categoryRows(index.places, counts, settings.allowed, categories),
        chosen: categories,
        radii: settings.center ? radiusChoices(index.distances, settings.limitKm) : [],
        radius: radiusKm,
        limit: settings.limitKm,
        openNow: index.knowsHours && this.details ? openNow : undefined,
        ...this.words,
      },
      {
        search: text => this.filter({text}),
        toggleCategory: id => {
          this.shops.toggleCategory(id);
          this.tellFilter();
        },
        chooseRadius: radiusKm => this.filter({radiusKm}),
        toggleOpenNow: () => this.filter({openNow: !openNow}),
      },
    );
  }

  /** Before there are places: on their way, not asked for, or not to be had. */
  private feedPart(): TemplateResult {
    const {state} = this.feed;
    const {messages} = this.words;
    if (state.phase === 'loading') return loadingTemplate();
    if (state.phase !== 'failed') return html`<slot></slot>`;
    const sentence = messages.failures[codeOf(state.error)];
    return failedTemplate({sentence, messages}, () => {
      this.retrying = true;
      this.reload();
    });
  }

  private placesPart(index: PlaceIndex): TemplateResult {
    if (index.places.length === 0) return html`<slot></slot>`;
    if (this.shops.selected !== undefined) return this.cardPart(this.shops.selected);
    return panelTemplate(
      {state: this.shops, row: at => this.rowOf(at), notes: this.notes(), ...this.words},
      {
        select: at => this.choose(at),
        hover: at => this.shops.hover(at),
        turnTo: page => {
          this.focusNext = '.row .name';
          this.shops.turnTo(page);
        },
        leaveGroup: () => this.showGroup(undefined),
        reset: () => {
          this.focusNext = '#search';
          this.shops.reset();
          this.tellFilter();
        },
      },
    );
  }

  private cardPart(at: number): TemplateResult {
    const row = this.rowOf(at);
    const {failed} = this.loader;
    const close = (): void => {
      this.pane = 'list';
      this.focusNext = `.name[data-id="${CSS.escape(row.place.id)}"]`;
      this.select(undefined);
    };
    return (
      this.details?.card(row, this.words, close) ??
      cardMissingTemplate({failed, ...this.words}, close)
    );
  }

  /** Two rooms that stay empty here: the map fills them when it comes. */
  private mapPart(): TemplateResult {
    const {phase} = this.map;
    return html`<div class="map" part="map">
        <div class="chrome"></div>
        <div class="canvas"></div>
        ${phase === 'loading' ? html`<p class="note">${this.words.messages.mapLoading}</p>` : nothing}
      </div>
      <span class="after-map" tabindex="-1" @focus=${holdTab} @blur=${holdTab}></span>`;
  }

  private notes(): string[] {
    const {messages} = this.words;
    const {state, data} = this.feed;
    return [
      state.phase === 'failed' ? messages.stale : '',
      data && data.rejected.length > 0 ? messages.partial(data.rejected.length) : '',
      this.map.phase === 'failed' ? messages.mapFailed : '',
    ].filter(Boolean);
  }

  private rowOf(at: number): RowData {
    const index = this.shops.index as PlaceIndex;
    const place = index.places[at] as Place;
    const opening = this.details?.openingOf(index, at, this.words);
    const hovered = at === this.shops.hovered;
    return {at, place, distance: index.distances[at], opening, hovered};
  }

  private get details(): PlaceDetails | undefined {
    return this.loader.details;
  }

  private get words(): ViewContext<Messages> {
    const glyphs = this.details?.glyphs ?? {};
    return {...shopsMapMessages.for(this.language.tag), glyphs};
  }

  private mapModel(): MapModel | undefined {
    const {tiles, tilesAttribution: attribution} = this;
    const {index, indices, selected, hovered, settings, radiusKm} = this.shops;
    if (!index || index.places.length === 0) return undefined;
    const radius = radiusKm === undefined ? undefined : radiusKm * 1000;
    const {center} = settings;
    const shown = {index, indices, selected, hovered, center, radius};
    return {...shown, tiles, attribution, ...this.words};
  }

  private readAttributes(changed: PropertyValues<this>): void {
    const read = <T>(
      name: keyof LocalShopsMap,
      parse: () => Parsed<T>,
      old: T | undefined,
    ): T | undefined => {
      if (!changed.has(name)) return old;
      const {value, problem} = parse();
      if (problem) this.warn(problem);
      return value;
    };
    const {center, limitKm, allowed} = this.settings;
    this.settings = {
      center: read('center', () => parseCenter(this.center), center),
      limitKm: read('radiusKm', () => parseRadius(this.radiusKm), limitKm),
      allowed: read('categories', () => parseCategories(this.categories), allowed),
    };
  }

  private load(): void {
    // what another source had is not an older state of this one
    this.feed.clear();
    if (!this.src) return;
    const {src, feedEnvironment: environment} = this;
    const format = this.format ? (this.format as PlaceFormat) : undefined;
    this.feed.load(signal => readSource(src, format, {signal, ...(environment && {environment})}));
  }

  private settled(state: FeedState<ReadPlacesResult>): void {
    if (this.retrying) this.focusNext = state.phase === 'ready' ? '.row .name' : '.failure .button';
    this.retrying = false;
    if (state.phase === 'ready') {
      const {places, rejected} = state.data;
      if (rejected.length > 0) this.warn(rejectionReport(state.data));
      this.emit(new LocalShopsLoadEvent({count: places.length, rejected: rejected.length}));
    } else if (state.phase === 'failed') {
      const {message} = state.error;
      this.warn(message);
      this.emit(new LocalShopsErrorEvent({code: codeOf(state.error), message}));
    }
  }

  private takePlaces(changed: PropertyValues<this>): void {
    const places = this.places ?? this.feed.data?.places;
    const names = ['center', 'radiusKm', 'categories'] as const;
    if (places === this.source && !names.some(name => changed.has(name))) return;
    this.source = places;
    this.shops.setPlaces(places, this.settings);
  }

  private find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector(selector);
  }

  private mapFrame(): {canvas: HTMLElement; chrome: HTMLElement} | undefined {
    const canvas = this.find('.canvas');
    const chrome = this.find('.chrome');
    return canvas && chrome ? {canvas, chrome} : undefined;
  }

  private applyHeight(): void {
    const root = this.find('.root');
    const isLength = !this.height || CSS.supports('height', this.height);
    if (!isLength)
      this.warn(`height="${this.height}" is ignored: a CSS length such as 32rem is needed.`);
    root?.style.setProperty('--_height', isLength && this.height ? this.height : null);
  }

  private filter(change: Partial<Filters>): void {
    this.shops.filter(change);
    this.tellFilter();
  }

  /** Tells the page what a person's filters leave, once it is worked out. */
  private tellFilter(): void {
    void this.updateComplete.then(() => {
      const {index, indices} = this.shops;
      const ids = indices.map(i => (index?.places[i] as Place).id);
      this.emit(new LocalShopsFilterEvent({ids}));
    });
  }

  /** A person chose a place in the list or on the map: its card opens and gets the keyboard. */
  private choose(at: number): void {
    this.focusNext = '#card-name';
    this.select(at);
    // the card may be on its way still; the keyboard follows it
    if (this.details) return;
    void this.loader.ask().then(() => {
      if (this.shops.selected !== at) return;
      this.focusNext = '#card-name';
      this.requestUpdate();
    });
  }

  private select(at: number | undefined): void {
    this.shops.select(at);
    const place = this.shops.selectedPlace;
    if (place) this.map.reveal(place.geo);
  }

  private showGroup(indices: readonly number[] | undefined): void {
    this.pane = 'list';
    this.focusNext = '.row .name';
    this.shops.showGroup(indices);
  }
}

/** The place behind the map is a tab stop only while it has the keyboard: Tab then goes on from it. */
function holdTab({type, target}: FocusEvent): void {
  (target as HTMLElement).tabIndex = type === 'focus' ? 0 : -1;
}

function codeOf(error: Error): FeedError['code'] {
  return error instanceof FeedError ? error.code : 'unreadable';
}
