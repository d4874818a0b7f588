import {adoptStyles, type LocalElement} from '@local-widgets/core';
import {
  createTextMatcher,
  openingStatus,
  openingWeek,
  searchTextOf,
  type CategoryId,
  type HoursReader,
  type Place,
  type PlaceIndex,
  type PlaceSearch,
} from '@local-widgets/model';
import type {TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import {cardStyles} from '../styles/card.styles.js';
import {printStyles} from '../styles/print.styles.js';
import {glyphs} from '../symbols/glyphs.js';
import {cardTemplate} from '../templates/card.js';
import type {RowData} from '../templates/list.js';
import {detailsSettings, type DetailsAttributes, type DetailsSettings} from './details-settings.js';
import {MinuteController} from './minute-controller.js';
import {openingWords, type OpeningWords} from './opening-words.js';
import type {ViewContext} from './view-context.js';

/** Everything about places that the list can do without for its first moment. */
export class PlaceDetails {
  readonly glyphs = glyphs;
  /** Opening hours with the settings of the page; another function when these change. */
  readHours: HoursReader;

  private readonly minute: MinuteController;
  private attributes: DetailsAttributes | undefined;
  private settings: DetailsSettings = {timeZone: 'Europe/Paris', headingLevel: 3};
  private search: (PlaceSearch & {readonly nameOf: unknown}) | undefined;

  constructor(
    host: LocalElement,
    private readonly warn: (message: string) => void,
  ) {
    const root = host.renderRoot as ShadowRoot;
    adoptStyles(root, cardStyles);
    adoptStyles(root, printStyles);
    this.minute = new MinuteController(host);
    this.readHours = this.hoursReader();
  }

  /** The present minute. */
  get now(): Date {
    return this.minute.now;
  }

  /** Takes the page's settings; cheap when they are the same as before. */
  configure(attributes: DetailsAttributes): void {
    const before = this.attributes;
    const names = ['timeZone', 'holidays', 'headingLevel'] as const;
    if (before && names.every(name => before[name] === attributes[name])) return;
    const {timeZone, holidays, headingLevel} = attributes;
    this.attributes = {timeZone, holidays, headingLevel};
    this.settings = detailsSettings(attributes, this.warn);
    this.readHours = this.hoursReader();
  }

  /** The same object as long as the language is, so that texts are folded once. */
  searchIn(nameOf: (id: CategoryId) => string): PlaceSearch {
    if (this.search?.nameOf !== nameOf) {
      const inLanguage = (place: Place): string => searchTextOf(place, nameOf);
      this.search = {nameOf, createTextMatcher, searchTextOf: inLanguage};
    }
    return this.search;
  }

  openingOf(index: PlaceIndex, at: number, context: ViewContext<Messages>): OpeningWords {
    const {now, readHours, settings} = this;
    const status = index.statusOf(at, now, readHours);
    const hours = index.places[at]?.openingHours;
    return openingWords(hours, status, {at: now, timeZone: settings.timeZone, ...context});
  }

  card(row: RowData, context: ViewContext<Messages>, close: () => void): TemplateResult {
    const week = openingWeek(row.place.openingHours, this.now, this.settings);
    return cardTemplate(
      {...row, week, headingLevel: this.settings.headingLevel, ...context},
      close,
    );
  }
  private hoursReader(): HoursReader {
    const {settings} = this;
    return (hours, at) => openingStatus(hours, at, settings);
  }
}
