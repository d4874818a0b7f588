import {
  LazyPart,
  LocalElement,
  property,
  state,
  type FeedEnvironment,
  type Geocoder,
} from '@local-widgets/core';
import type {BasicPlaceIndex, HolidayCalendar, Place} from '@local-widgets/model';
import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import type {PlaceDetails} from './details/place-details.js';
import {LocalShopSelectEvent, LocalShopsFilterEvent} from './events.js';
import {styles} from './local-shops-map.styles.js';
import {shopsMapMessages, type Messages} from './locales/index.js';
import {MapController} from './map/map-controller.js';
import type {MapModel} from './map/map-view.js';
import type {PageTemplates, ShopTemplate, TemplateSlot} from './own/page-templates.js';
import type {Publisher} from './publish/publisher.js';
import {PlacesController} from './source/places-controller.js';
import {
  parseCategories,
  parseCenter,
  parseRadius,
  parseSort,
  type Layout,
  type Parsed,
} from './state/attributes.js';
import type {ShopsOwner} from './state/shops-owner.js';
import {ShopsState, type ShopsSettings} from './state/shops-state.js';
import {statusWords} from './state/status-words.js';
import type {UrlState} from './url-state/url-state.js';
import type {ViewContext} from './state/view-context.js';
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
 * @event {LocalShopActionEvent} local-shop-action - A person wants to order, to chat, or to see events.
 * @event {LocalShopsFilterEvent} local-shops-filter - A person changed a filter or the order.
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

  /**
   * Addresses of the list, separated by spaces, on this site or on others that allow it (CORS);
   * `#id` of a script with data in the page. Without it, data or places inside the element are read.
   */
  @property() src = '';

  /**
   * `geojson`, `csv`, `osm`, `json-ld`, `gogocarto`, `agence-bio` or `recherche-entreprises`, where the
   * content alone does not tell.
   */
  @property() format = '';

  /** Longitude and latitude in degrees, as in GeoJSON: distances are measured from here. */
  @property() center = '';

  /** Only places within this many kilometres of the centre; a visitor can narrow it, not leave it. */
  @property({attribute: 'radius-km'}) radiusKm = '';

  /** Only these categories or groups, by id, separated by spaces. */
  @property() categories = '';

  /** Order at the start: `distance`, `name` or `open`; else the one that fits the search. */
  @property() sort = '';

  /** `split` (list beside the map, or one at a time), `list` (no map) or `map` (map above the list). */
  @property({reflect: true}) layout: Layout = 'split';

  /** Less air in the list, for narrow columns. */
  @property({type: Boolean, reflect: true}) compact = false;

  /** Height of list and map side by side, a CSS length. */
  @property() height = '';

  /**
   * Base map: `ign`, `ign-photo`, `osm-france`, `none`, a template address with `{z}`, `{x}`, `{y}`, or
   * a raster archive of your own (`town.pmtiles`).
   */
  @property() tiles = 'ign';

  /** Who must be named for a template address, as plain text. */
  @property({attribute: 'tiles-attribution'}) tilesAttribution = '';

  /** `click`: asks before the base map's provider hears of a visitor. */
  @property() consent = '';

  /**
   * Who finds addresses: `ign`, or a template address with `{query}`. Nobody by default: towns and
   * postal codes are found in the list itself.
   */
  @property() geocoder: Geocoder | string = '';

  /** Where mistakes are reported: an e-mail address, or a page's address with `{id}`. */
  @property() report = '';

  /**
   * Keeps filters, view and choice in the address of the page, so that a link restores them; the
   * value is how its parameters begin.
   */
  @property({attribute: 'url-state'}) urlState: string | null = null;

  /** Publishes what is shown as schema.org JSON-LD for search engines. */
  @property({attribute: 'json-ld', type: Boolean}) jsonLd = false;

  /** IANA time zone of the places' opening hours. */
  @property({attribute: 'time-zone'}) timeZone = 'Europe/Paris';

  /** Public holidays that opening hours mean: `FR`, `FR-alsace-moselle` or `none`. */
  @property() holidays: HolidayCalendar = 'FR';

  /** Level of the heading of the card, so that it fits the page's outline. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 3;

  /** The places themselves, instead of `src`: for pages that already have them. */
  @property({attribute: false}) places: readonly Place[] | undefined;

  /** Makes the lines below a name in the list; a `<template slot="item">` in the element does the same. */
  @property({attribute: false}) itemTemplate: ShopTemplate | undefined;

  /** Makes the middle of the card of a place; a `<template slot="card">` in the element does the same. */
  @property({attribute: false}) cardTemplate: ShopTemplate | undefined;

  /** The outer world of feeds, replaced in tests. */
  @property({attribute: false}) feedEnvironment: FeedEnvironment | undefined;

  /** Which of list and map is in sight where only one fits. */
  @state() private pane: Pane = 'list';

  private readonly shops = new ShopsState(() => this.requestUpdate());
  private readonly source = new PlacesController(this, {
    start: () => {
      const {center, limitKm} = this.settings;
      return {center, radius: limitKm && limitKm * 1000};
    },
    warn: (...words) => this.warn(...words),
    emit: event => this.emit(event),
    retried: succeeded => this.focusOn(succeeded ? '.row .name' : '.failure .button'),
  });
  private readonly details = new LazyPart<PlaceDetails>(
    this,
    async () => {
      const {PlaceDetails} = await import('./details.js');
      return new PlaceDetails(this, this.owner, message => this.warn(message));
    },
    'hours and filters',
  );
  private readonly templates = new LazyPart<PageTemplates>(
    this,
    async () => new (await import('./page-templates.js')).PageTemplates(this),
    'page templates',
  );
  private readonly map = new MapController(this, {
    model: () => this.mapModel(),
    select: at => this.choose(at),
    hover: at => this.shops.hover(at),
    group: indices => this.showGroup(indices),
    viewChanged: (bounds, zoom) => {
      this.source.viewChanged(bounds, zoom);
      this.link.part?.update();
    },
    warn: (message, ...details) => this.warn(message, ...details),
  });
  /** The element, as the parts that load later know it. */
  private readonly owner: ShopsOwner = {
    shops: this.shops,
    words: () => this.words,
    ask: change => {
      change(this.shops);
      this.tellFilter();
    },
    focus: selector => this.focusOn(selector),
    renderNow: () => {
      // Lit performs only what was requested
      this.requestUpdate();
      this.performUpdate();
    },
    select: id => this.selectPlace(id),
    view: () => this.map.shown,
    showView: view => {
      this.start = view;
      this.map.show(view.center, view.zoom);
    },
    pane: pane => (this.pane = pane ?? this.pane),
    defaultSort: () => parseSort(this.sort).value,
  };

  private readonly link = new LazyPart<UrlState>(
    this,
    async () => (await import('./url-state.js')).linkFor(this, this.owner),
    'url-state',
  );
  private readonly publisher = new LazyPart<Publisher>(
    this,
    async () => new (await import('./publish.js')).Publisher(this, this.owner),
    'json-ld',
  );

  private shownPlaces: readonly Place[] | undefined;
  private settings: ShopsSettings = {};
  /** Where the map begins, when a link says so. */
  private start: MapModel['start'];
  /** The place of the last `local-shop-select`. */
  private told: Place | undefined;
  /** Selector of what gets the keyboard once it is rendered. */
  private focusNext: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    void shopsMapMessages.load(this.language.tag)?.then(() => this.requestUpdate());
    if (this.urlState !== null) this.link.want();
    if (this.jsonLd) this.publisher.want();
    this.readAttributes(changed);
    if (changed.has('src') || changed.has('format')) this.source.load();
    this.takePlaces(changed);
    const hasPlaces = this.isWaiting || this.shops.index?.places.length;
    // together with the list, so that nothing moves when they come
    if (this.source.isLoading || hasPlaces) this.details.want();
    const details = this.details.part;
    details?.configure(this);
    this.shops.readHours = details?.readHours;
    const search = details?.search.part;
    if (search) this.shops.useIndex(search.Index);
    this.shops.search = search?.in(this.words.messages.category);
    this.shops.refresh(details?.now);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('height')) this.applyHeight();
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
    this.source.reload();
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
    const loading = !index && (this.source.isLoading || this.isWaiting);
    const {hasMap} = this;
    const pane = hasMap && this.layout !== 'map' ? this.pane : 'list';
    return html`<div class="root" lang=${language}>
      ${index ? this.filtersPart(index) : nothing}
      <p class="status" role="status">
        ${loading ? messages.loading : statusWords(this.shops, language, messages)}
      </p>
      ${
        index && hasMap && this.layout !== 'map'
          ? paneSwitchTemplate({pane, messages}, pane => (this.pane = pane))
          : nothing
      }
      <div class=${hasMap ? 'body' : 'body alone'} data-pane=${pane}>
        <div class="panel">${index ? this.placesPart(index) : this.feedPart()}</div>
        ${hasMap ? this.mapPart() : nothing}
      </div>
    </div>`;
  }

  private filtersPart(index: BasicPlaceIndex): TemplateResult | typeof nothing {
    // without the details nobody can filter
    if (this.details.failed) return nothing;
    return html`<form
      class="filters"
      part="filters"
      role="search"
      aria-label=${this.words.messages.label}
      @submit=${(event: Event) => event.preventDefault()}
    >
      ${this.details.part?.filters(index) ?? nothing}
    </form>`;
  }

  /** Before there are places: on their way, not asked for, or not to be had. */
  private feedPart(): TemplateResult {
    const {messages} = this.words;
    const {failure} = this.source;
    if (this.source.isLoading || this.isWaiting) return loadingTemplate();
    if (!failure) return html`<slot></slot>`;
    const sentence =
      failure === 'offline' ? messages.offline : (messages.failures?.[failure] ?? messages.failed);
    return failedTemplate({sentence, messages}, () => this.source.retry());
  }

  private placesPart(index: BasicPlaceIndex): TemplateResult {
    if (index.places.length === 0) return html`<slot></slot>`;
    if (this.shops.selected !== undefined) return this.cardPart(this.shops.selected);
    return panelTemplate(
      {state: this.shops, row: at => this.rowOf(at), notes: this.notes(), ...this.words},
      {
        select: at => this.choose(at),
        hover: at => this.hover(at),
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
    const {part, failed} = this.details;
    const close = (): void => {
      this.pane = 'list';
      this.focusNext = `.name[data-id="${CSS.escape(row.place.id)}"]`;
      this.select(undefined);
    };
    return (
      part?.cardOf(row, this.ownTemplate('card', row), this.words, close) ??
      cardMissingTemplate({failed: part?.card.failed ?? failed, ...this.words}, close)
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
      <span class="after-map" tabindex="-1"></span>`;
  }

  private notes(): string[] {
    const {messages} = this.words;
    const {failure, loaded} = this.source;
    return [
      failure ? messages.stale : '',
      loaded && loaded.rejected.length > 0 ? messages.partial(loaded.rejected.length) : '',
      ...(loaded?.failures ?? []).map(({src}) => messages.sourceFailed(src)),
      this.map.phase === 'failed' ? messages.mapFailed : '',
    ].filter(Boolean);
  }

  private rowOf(at: number): RowData {
    const index = this.shops.index as BasicPlaceIndex;
    const place = index.places[at] as Place;
    const opening = this.details.part?.openingOf(index, at, this.words);
    const hovered = at === this.shops.hovered;
    const row = {at, place, distance: index.distances[at], opening, hovered};
    return {...row, own: this.ownTemplate('item', row)};
  }

  /** What the page's own template makes of a place; the file for it is loaded where there is one. */
  private ownTemplate(slot: TemplateSlot, row: RowData): unknown {
    const {templates} = this;
    if (templates.part) return templates.part.fill(slot, row, this.words);
    const hasOne = this.itemTemplate ?? this.cardTemplate ?? this.querySelector('template[slot]');
    if (hasOne && !templates.failed) void templates.ask();
    return undefined;
  }

  private get hasMap(): boolean {
    return this.map.phase !== 'failed' && this.layout !== 'list';
  }

  private get words(): ViewContext<Messages> {
    const glyphs = this.details.part?.glyphs ?? {};
    return {...shopsMapMessages.for(this.language.tag), glyphs};
  }

  private mapModel(): MapModel | undefined {
    const {tiles, tilesAttribution: attribution, start} = this;
    const {selected, hovered, center, radiusKm, origin} = this.shops;
    const {isByView: byView, early} = this.source;
    const {index, indices} = this.shops.index ? this.shops : (early ?? this.shops);
    if (!index || !(indices.length || index.places.length || byView)) return undefined;
    const radius = radiusKm === undefined ? undefined : radiusKm * 1000;
    const consent = this.consent === 'click';
    const shown = {index, indices, selected, hovered, center, radius, origin, start, byView};
    return {...shown, tiles, attribution, consent, ...this.words};
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
    this.shops.sort = read('sort', () => parseSort(this.sort), this.shops.sort);
  }

  /** Whether the page's link asks for something that is not known, or cannot be answered, yet. */
  private get isWaiting(): boolean {
    const {link, details, shops} = this;
    if (shops.index || this.urlState === null || link.failed) return false;
    if (!link.part) return true;
    if (!shops.needsSearch || details.failed) return false;
    const search = details.part?.search;
    search?.want();
    return !search?.part && !search?.failed;
  }

  private takePlaces(changed: PropertyValues<this>): void {
    if (this.isWaiting) return;
    const {loaded} = this.source;
    const places = this.places ?? loaded?.places;
    const names = ['center', 'radiusKm', 'categories'] as const;
    if (places === this.shownPlaces && !names.some(name => changed.has(name))) return;
    this.shownPlaces = places;
    const prepared = this.places ? undefined : loaded?.prepared;
    const isSameSource = !this.places && this.source.isByView;
    this.shops.setPlaces(places, this.settings, {isSameSource, ...(prepared && {prepared})});
  }

  private find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector(selector);
  }

  private focusOn(selector: string): void {
    this.focusNext = selector;
    this.requestUpdate();
  }

  private applyHeight(): void {
    const root = this.find('.root');
    const isLength = !this.height || CSS.supports('height', this.height);
    if (!isLength)
      this.warn(`height="${this.height}" is ignored: a CSS length such as 32rem is needed.`);
    root?.style.setProperty('--_height', isLength && this.height ? this.height : null);
  }

  /** Tells the page what a person's filters leave, once it is worked out. */
  private tellFilter(): void {
    // what answers may still be on its way
    const answer = this.shops.needsSearch && this.details.part?.search.ask();
    void Promise.all([answer]).then(async () => {
      await this.updateComplete;
      const {index, indices} = this.shops;
      const ids = indices.map(i => (index?.places[i] as Place).id);
      this.emit(new LocalShopsFilterEvent({ids}));
    });
  }

  /** Who points at a row may want its card next. */
  private hover(at: number | undefined): void {
    this.shops.hover(at);
    if (at !== undefined) void this.details.part?.card.ask();
  }

  /** A person chose a place in the list or on the map: its card opens and gets the keyboard. */
  private choose(at: number): void {
    this.focusNext = '#card-name';
    this.select(at);
    // the card may be on its way still; the keyboard follows it
    if (this.details.part?.card.part) return;
    void this.askCard().then(() => {
      if (this.shops.selected === at) this.focusOn('#card-name');
    });
  }

  private async askCard(): Promise<void> {
    await this.details.ask();
    await this.details.part?.card.ask();
  }

  private select(at: number | undefined): void {
    this.shops.select(at);
    const place = this.shops.selectedPlace;
    if (!place) return;
    this.map.reveal(place.geo);
    void this.askCard();
  }

  private showGroup(indices: readonly number[] | undefined): void {
    this.pane = 'list';
    this.focusNext = '.row .name';
    this.shops.showGroup(indices);
  }
}
