import {
  adoptStyles,
  formatMoment,
  LazyPart,
  MinuteController,
  type LocalElement,
} from '@local-widgets/core';
import {openingStatus, type BasicPlaceIndex, type HoursReader} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {Search} from '../search/search.js';
import type {ShopsOwner} from '../state/shops-owner.js';
import type {ViewContext} from '../state/view-context.js';
import type {RowData} from '../templates/list.js';
import {barStyles} from './bar.styles.js';
import {barTemplate} from './bar.js';
import {categoriesTemplate} from './categories.js';
import {categoryRows} from './category-choices.js';
import {filterStyles} from './filters.styles.js';
import {
  DEFAULT_SETTINGS,
  detailsSettings,
  type DetailsAttributes,
  type DetailsSettings,
} from './details-settings.js';
import {glyphs} from './glyphs.js';
import {openingWords, type OpeningWords} from './opening-words.js';
import {radiusChoices} from './radius-choices.js';
import {sortChoices} from './sort-choices.js';
import {Statuses} from './statuses.js';
import {whenIdle} from './when-idle.js';

const ATTRIBUTES = ['timeZone', 'holidays', 'headingLevel', 'geocoder', 'report'] as const;

/** Shows everything about one place; comes in a file of its own. */
export type CardTemplate = (
  row: RowData,
  about: {now: Date; settings: DetailsSettings; host: LocalElement; own: unknown},
  context: ViewContext<Messages>,
  close: () => void,
) => TemplateResult;

/** Everything about places that the list can do without for its first moment. */
export class PlaceDetails {
  readonly glyphs = glyphs;
  /** Answers what the bar asks. */
  readonly search: LazyPart<Search>;
  /** The card of a place, loaded as soon as somebody seems to want one. */
  readonly card: LazyPart<CardTemplate>;
  /** Opening hours with the settings of the page; another function when these change. */
  readHours: HoursReader;

  private readonly minute: MinuteController;
  private readonly statuses = new Statuses();
  private attributes: DetailsAttributes | undefined;
  private settings = DEFAULT_SETTINGS;

  constructor(
    private readonly host: LocalElement,
    private readonly owner: ShopsOwner,
    private readonly warn: (message: string) => void,
  ) {
    const root = host.renderRoot as ShadowRoot;
    adoptStyles(root, filterStyles);
    adoptStyles(root, barStyles);
    this.minute = new MinuteController(host);
    this.card = new LazyPart(
      host,
      async () => {
        const {cardOf, EventWatch} = await import('../card.js');
        new EventWatch(host, id => this.show(id));
        return cardOf(host.renderRoot as ShadowRoot);
      },
      'the card',
    );
    this.search = new LazyPart(
      host,
      async () => new (await import('../search.js')).Search(host, owner),
      'the search',
    );
    this.readHours = this.hoursReader();
    // for networks that are gone when somebody wants them
    whenIdle(() => {
      if (host.isConnected) void this.search.ask().then(() => this.card.ask());
    });
  }

  /** The present minute. */
  get now(): Date {
    return this.minute.now;
  }

  /** Takes the page's settings; cheap when they are the same as before. */
  configure(attributes: DetailsAttributes): void {
    const before = this.attributes;
    // a level of heading that is no number is none twice over
    if (before && ATTRIBUTES.every(name => Object.is(before[name], attributes[name]))) return;
    const {timeZone, holidays, headingLevel, geocoder, report} = attributes;
    this.attributes = {timeZone, holidays, headingLevel, geocoder, report};
    this.settings = detailsSettings(attributes, this.warn);
    this.readHours = this.hoursReader();
  }

  openingOf(index: BasicPlaceIndex, at: number, context: ViewContext<Messages>): OpeningWords {
    const {now, readHours, settings} = this;
    const hours = index.places[at]?.openingHours;
    const status = this.statuses.statusOf(hours, now, readHours);
    return openingWords(hours, status, {at: now, timeZone: settings.timeZone, ...context});
  }

  /** That what is shown could not be refreshed, and how old it is. */
  staleNote(receivedAt: Date, {messages, language}: ViewContext<Messages>): string {
    return messages.stale(formatMoment(receivedAt, language));
  }

  /** Undefined while it is on its way. */
  cardOf(
    row: RowData,
    own: unknown,
    context: ViewContext<Messages>,
    close: () => void,
  ): TemplateResult | undefined {
    const {now, settings, host} = this;
    return this.card.part?.(row, {now, settings, host, own}, context, close);
  }

  /** Search, order, the ways to more, and the categories. */
  filters(index: BasicPlaceIndex): TemplateResult {
    const {owner, settings, search} = this;
    const {shops} = owner;
    const words = owner.words();
    const {filters, counts, settings: page} = shops;
    const {categories: chosen, features, open} = filters;
    return html`<div class="bar">
        ${barTemplate(
          {
            filters,
            hiddenFilters: features.size + (open instanceof Date ? 1 : 0),
            radii: shops.center ? radiusChoices(index.distances, this.limitOf(shops)) : [],
            limit: this.limitOf(shops),
            knowsHours: index.knowsHours,
            sort: shops.sort,
            sorts: sortChoices(index),
            open: search.part?.panels.open,
            hasFailed: search.failed,
            ...words,
          },
          {
            filter: change => owner.ask(shops => shops.filter(change)),
            sortBy: sort => owner.ask(shops => shops.sortBy(sort)),
            toggle: name => void search.ask().then(() => search.part?.panels.toggle(name)),
            turnTo: () => void search.ask(),
          },
        )}
        ${search.part?.belowBar(settings)}
      </div>
      ${categoryRows(index.places, counts, page.allowed, chosen).map(row =>
        categoriesTemplate({row, chosen, ...words}, id =>
          owner.ask(shops => shops.toggleCategory(id)),
        ),
      )}`;
  }

  /** Where an event takes place: its card opens and gets the keyboard, and the map comes into sight. */
  private show(id: string): void {
    const {owner, host} = this;
    if (owner.shops.indexOf(id) === undefined) return;
    owner.pane('map');
    owner.select(id);
    host.scrollIntoView({block: 'nearest'});
    void this.card.ask().then(() => owner.focus('#card-name'));
  }

  /** The page's limit is around its own centre; from elsewhere it says nothing about distances. */
  private limitOf({origin, settings}: ShopsOwner['shops']): number | undefined {
    return origin ? undefined : settings.limitKm;
  }

  private hoursReader(): HoursReader {
    const {settings} = this;
    return (hours, at) => openingStatus(hours, at, settings);
  }
}
