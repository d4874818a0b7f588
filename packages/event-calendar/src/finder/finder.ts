import {
  addressStyles,
  adoptStyles,
  formatDistance,
  type Geocoder,
  type LocalElement,
} from '@local-widgets/core';
import {
  distanceInMeters,
  EventIndex,
  type EventCriteria,
  type EventFacet,
  type Occurrence,
} from '@local-widgets/model';
import type {nothing, TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {CalendarOwner} from '../state/calendar-owner.js';
import type {Answerer, CalendarState} from '../state/calendar-state.js';
import {FACETS} from '../state/filters.js';
import type {PanelPart} from '../state/panel-part.js';
import type {ViewContext} from '../state/view-context.js';
import {iconStyles} from '../styles/icon.styles.js';
import {panelStyles} from '../styles/panel.styles.js';
import {shortDay} from '../words/dates.js';
import {activeFiltersTemplate, withToggled, type ActiveFilter} from './active-filters.js';
import {criteriaOf, SINGLE} from './criteria-of.js';
import {facetWords} from './facet-words.js';
import {filtersPanelTemplate, type FacetData} from './filters-panel.js';
import {finderStyles} from './finder.styles.js';
import {Near} from './near.js';

const CHOICES_KM = [1, 2, 5, 10, 15, 30, 50, 100];

/** Answers what the bar and its panel ask: texts, facets with their counts, nearness. */
export class Finder implements Answerer, PanelPart {
  private readonly near: Near;
  private index: EventIndex | undefined;
  /** Facets of which all values are shown. */
  private readonly open = new Set<EventFacet>();

  constructor(
    private readonly host: LocalElement & {readonly geocoder: Geocoder | string},
    private readonly owner: CalendarOwner,
  ) {
    const root = host.renderRoot as ShadowRoot;
    adoptStyles(root, addressStyles);
    adoptStyles(root, iconStyles);
    adoptStyles(root, panelStyles);
    adoptStyles(root, finderStyles);
    this.near = new Near(host, owner);
  }

  select(state: CalendarState): readonly Occurrence[] {
    return this.indexOf(state).select(criteriaOf(state));
  }

  /** Filters that only the panel shows. */
  get hiddenFilters(): number {
    const {filters, origin} = this.owner.state;
    const {facets, days, radiusKm} = filters;
    const chosen = [...facets.values()].reduce((sum, {size}) => sum + size, 0);
    return chosen + (days && !days.name ? 1 : 0) + (origin || radiusKm !== undefined ? 1 : 0);
  }

  panel(words: ViewContext<Messages>): TemplateResult {
    const {owner} = this;
    const {state} = owner;
    const {filters} = state;
    const criteria = this.shownCriteria(state);
    const index = this.indexOf(state);
    const dates = index.select(criteria);
    return filtersPanelTemplate(
      {
        filters,
        facets: FACETS.flatMap(facet => this.facetOf(facet, index, criteria)),
        near: this.hasPositions ? this.near.template(words) : undefined,
        radii: this.radii,
        count: dates.length,
      },
      words,
      {
        days: days => owner.ask(state => state.filter({days})),
        radius: radiusKm => owner.ask(state => state.filter({radiusKm})),
        toggle: (facet, value) => this.toggle(facet, value),
        open: facet => {
          this.open.add(facet);
          this.host.requestUpdate();
        },
        reset: () => owner.ask(state => state.reset()),
        close: () => owner.closePanel(),
      },
    );
  }

  /** What is asked for, and how to take each part of it back. */
  active(words: ViewContext<Messages>): TemplateResult | typeof nothing {
    const {owner} = this;
    const {state} = owner;
    const {filters, origin} = state;
    const {days, facets, radiusKm} = filters;
    const {messages, language} = words;
    const found: ActiveFilter[] = [];
    const add = (words: string, take: (state: CalendarState) => void): void => {
      const remove = (): void => {
        owner.focus('#open-filters');
        owner.ask(take);
      };
      found.push({words, remove});
    };
    if (days && !days.name) {
      const [from, to] = [shortDay(days.firstDay, words), shortDay(days.lastDay, words)];
      add(messages.daysFromTo(from, to), state => state.filter({days: undefined}));
    }
    if (origin) add(messages.nearTo(origin.label), state => state.setOrigin(undefined));
    if (radiusKm !== undefined) {
      const distance = formatDistance(radiusKm * 1000, language);
      add(messages.within(distance), state => state.filter({radiusKm: undefined}));
    }
    for (const [facet, values] of facets) {
      const labels = this.indexOf(state).counts(facet, criteriaOf(state));
      for (const value of values) {
        const known = labels.find(each => each.value === value) ?? {value, label: value};
        add(facetWords(facet, known, messages, language), () => this.toggle(facet, value));
      }
    }
    return activeFiltersTemplate(found, words);
  }

  private toggle(facet: EventFacet, value: string): void {
    const {facets} = this.owner.state.filters;
    const changed = withToggled(facets, facet, value, SINGLE.includes(facet));
    this.owner.ask(state => state.filter({facets: changed}));
  }

  /** A facet is there when a choice in it tells events apart, whatever else is chosen. */
  private facetOf(facet: EventFacet, index: EventIndex, criteria: EventCriteria): FacetData[] {
    const chosen = this.owner.state.filters.facets.get(facet) ?? new Set<string>();
    const {days, notBefore} = criteria;
    const {length} = index.events;
    const isUseful = index.counts(facet, {days, notBefore}).some(({count}) => count < length);
    if (!isUseful && chosen.size === 0) return [];
    return [{facet, counts: index.counts(facet, criteria), chosen, isOpen: this.open.has(facet)}];
  }

  /** Counts are of what the view could show: of what is to come, on the days that were asked for. */
  private shownCriteria(state: CalendarState): EventCriteria {
    const {days} = state.filters;
    const isPast = days && days.firstDay < state.today;
    return {
      ...criteriaOf(state),
      days,
      notBefore: isPast ? undefined : new Date(state.now),
    };
  }

  private get hasPositions(): boolean {
    return this.owner.state.offered.some(({location}) => location?.geo);
  }

  /** Only useful ones: those that leave something out. */
  private get radii(): readonly number[] {
    const {state} = this.owner;
    const center = state.origin?.geo ?? state.settings.center;
    if (!center) return [];
    const {limitKm = Infinity} = state.settings;
    const farthest = Math.max(
      0,
      ...state.offered.map(({location}) =>
        location?.geo ? distanceInMeters(center, location.geo) / 1000 : 0,
      ),
    );
    const end = state.origin ? farthest : Math.min(limitKm, farthest);
    const {radiusKm} = state.filters;
    return CHOICES_KM.filter(km => km < end || km === radiusKm);
  }

  private indexOf({offered, all}: CalendarState): EventIndex {
    if (this.index?.events !== offered) this.index = new EventIndex(offered, all);
    return this.index;
  }
}
