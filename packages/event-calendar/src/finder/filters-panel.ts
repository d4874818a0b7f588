import {formatDistance} from '@local-widgets/core';
import {dayOfIso, isoOfDay, type EventFacet, type FacetCount} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {AskedDays, Filters} from '../state/filters.js';
import type {ViewContext} from '../state/view-context.js';
import {countIn} from '../words/counts.js';
import {facetWords} from './facet-words.js';

export interface FacetData {
  readonly facet: EventFacet;
  readonly counts: readonly FacetCount[];
  readonly chosen: ReadonlySet<string>;
  /** Whether all values are shown, and not only the first. */
  readonly isOpen: boolean;
}

export interface FiltersPanelData {
  readonly filters: Filters;
  readonly facets: readonly FacetData[];
  /** The field for an address; absent where no event tells its position. */
  readonly near: TemplateResult | undefined;
  /** Kilometres; empty where distances make no sense. */
  readonly radii: readonly number[];
  /** Dates that pass as it is. */
  readonly count: number;
}

export interface FiltersPanelActions {
  days(days: AskedDays | undefined): void;
  radius(km: number | undefined): void;
  toggle(facet: EventFacet, value: string): void;
  open(facet: EventFacet): void;
  reset(): void;
  close(): void;
}

/** Values of a facet before "show all". */
const FEW = 8;

/** Dates, nearness, and what events can be told apart by, with how many each choice would leave. */
export function filtersPanelTemplate(
  data: FiltersPanelData,
  words: ViewContext<Messages>,
  actions: FiltersPanelActions,
): TemplateResult {
  const {messages, language} = words;
  return html`${datesTemplate(data.filters.days, words, actions)}
    ${data.near ? nearTemplate(data, words, actions) : nothing}
    ${data.facets.map(facet => facetTemplate(facet, words, actions))}
    <div class="panel-ends">
      <button class="button primary" type="button" @click=${() => actions.close()}>
        ${messages.showResults(countIn(data.count, language))}
      </button>
      <button class="button" type="button" @click=${() => actions.reset()}>
        ${messages.clearFilters}
      </button>
    </div>`;
}

function datesTemplate(
  days: AskedDays | undefined,
  {messages, today}: ViewContext<Messages>,
  actions: FiltersPanelActions,
): TemplateResult {
  const field = (name: 'firstDay' | 'lastDay', label: string): TemplateResult => {
    const change = ({target}: Event): void => {
      const day = dayOfIso((target as HTMLInputElement).value);
      if (day === undefined) {
        actions.days(undefined);
        return;
      }
      const {firstDay = today, lastDay = day} = days ?? {};
      const wanted = {firstDay, lastDay, [name]: day};
      // who moves one end past the other means this day
      const isTurned = wanted.firstDay > wanted.lastDay;
      actions.days(isTurned ? {firstDay: day, lastDay: day} : wanted);
    };
    return html`<label>
      ${label}
      <input
        class="field"
        type="date"
        .value=${days ? isoOfDay(days[name]) : ''}
        @change=${change}
      />
    </label>`;
  };
  return html`<fieldset>
    <legend>${messages.dates}</legend>
    <div class="moment">${field('firstDay', messages.from)}${field('lastDay', messages.to)}</div>
  </fieldset>`;
}

function nearTemplate(
  {near, radii, filters: {radiusKm}}: FiltersPanelData,
  {messages, language}: ViewContext<Messages>,
  actions: FiltersPanelActions,
): TemplateResult {
  const choose = ({target}: Event): void => {
    const {value} = target as HTMLSelectElement;
    actions.radius(value ? Number(value) : undefined);
  };
  return html`<fieldset>
    <legend>${messages.nearLegend}</legend>
    <div class="near">
      ${near}
      ${
        radii.length > 0
          ? html`<label class="visually-hidden" for="radius">${messages.distance}</label>
              <select id="radius" class="field" @change=${choose}>
                <option value="" .selected=${radiusKm === undefined}>
                  ${messages.anyDistance}
                </option>
                ${radii.map(
                  km =>
                    html`<option value=${km} .selected=${km === radiusKm}>
                      ${messages.within(formatDistance(km * 1000, language))}
                    </option>`,
                )}
              </select>`
          : nothing
      }
    </div>
    <p class="meta">${messages.positionStays}</p>
  </fieldset>`;
}

function facetTemplate(
  {facet, counts, chosen, isOpen}: FacetData,
  {messages, language}: ViewContext<Messages>,
  actions: FiltersPanelActions,
): TemplateResult {
  const shown = isOpen ? counts : counts.filter(({value}, i) => i < FEW || chosen.has(value));
  return html`<fieldset>
    <legend>${messages.facets[facet]}</legend>
    ${shown.map(each => {
      const {value, count} = each;
      const formatted = countIn(count, language);
      return html`<label class="chip">
        <input
          type="checkbox"
          .checked=${chosen.has(value)}
          @change=${() => actions.toggle(facet, value)}
        />
        <span>${facetWords(facet, each, messages, language)}</span>
        <span class="count" aria-hidden="true">${formatted}</span>
        <span class="visually-hidden">, ${messages.events(count, formatted)}</span>
      </label>`;
    })}
    ${
      counts.length > shown.length
        ? html`<button class="button quiet" type="button" @click=${() => actions.open(facet)}>
            ${messages.moreValues(counts.length)}
          </button>`
        : nothing
    }
  </fieldset>`;
}
