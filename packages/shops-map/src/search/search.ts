import {adoptStyles, type LocalElement} from '@local-widgets/core';
import {
  createTextMatcher,
  PlaceIndex,
  searchTextOf,
  type CategoryId,
  type Place,
  type PlaceSearch,
} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import type {DetailsSettings} from '../details/details-settings.js';
import type {ShopsOwner} from '../state/shops-owner.js';
import {activeFilters, activeFiltersTemplate} from './active-filters.js';
import {FoldController} from './fold-controller.js';
import {Panels} from './panels.js';
import {panelStyles} from './panels.styles.js';
import {PrintController} from './print-controller.js';

/** Answers everything that can be asked of places. */
export class Search {
  readonly Index = PlaceIndex;
  readonly panels: Panels;

  private readonly fold: FoldController;
  private known: (PlaceSearch & {readonly nameOf: unknown}) | undefined;

  constructor(
    host: LocalElement,
    private readonly owner: ShopsOwner,
  ) {
    adoptStyles(host.renderRoot as ShadowRoot, panelStyles);
    this.fold = new FoldController(host, owner.shops);
    this.panels = new Panels(host, owner);
    new PrintController(host, owner);
  }

  /** The same object as long as the language is, so that texts are folded once. */
  in(nameOf: (id: CategoryId) => string): PlaceSearch {
    if (this.known?.nameOf !== nameOf) {
      const inLanguage = (place: Place): string => searchTextOf(place, nameOf);
      this.known = {nameOf, createTextMatcher, searchTextOf: inLanguage};
      this.fold.search = this.known;
    }
    return this.known;
  }

  /** What stands below the bar: the open panel, and the filters that closed ones hide. */
  belowBar(settings: DetailsSettings): TemplateResult {
    const {owner, panels} = this;
    const {messages} = owner.words();
    const active = activeFilters(owner, settings.timeZone);
    return html`${panels.template(settings)}
    ${activeFiltersTemplate(active, messages, () => owner.focus('#open-filters'))}`;
  }
}
