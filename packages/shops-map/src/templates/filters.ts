import {formatDistance, formatNumber} from '@local-widgets/core';
import type {CategoryId} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {CategoryChoice, CategoryRow} from '../state/category-choices.js';
import type {ViewContext} from '../state/view-context.js';
import {symbol} from '../symbols/symbol.js';
import {SEARCH, uiIcon} from '../symbols/ui-icons.js';

/** Everything the filter bar shows. */
export interface FiltersData extends ViewContext {
  /** Absent when texts cannot be searched. */
  readonly text: string | undefined;
  /** Categories on offer, with how many places each would leave. */
  readonly categories: readonly CategoryRow[];
  readonly chosen: ReadonlySet<CategoryId>;
  /** Kilometres; empty when distances make no sense here. */
  readonly radii: readonly number[];
  readonly radius: number | undefined;
  /** The page's own limit in kilometres, which cannot be left. */
  readonly limit: number | undefined;
  /** Absent when no place says when it is open, or nobody can tell yet. */
  readonly openNow: boolean | undefined;
}

export interface FiltersActions {
  search(text: string): void;
  toggleCategory(id: CategoryId): void;
  chooseRadius(km: number | undefined): void;
  toggleOpenNow(): void;
}

export function filtersTemplate(data: FiltersData, actions: FiltersActions): TemplateResult {
  return html`<form
    class="filters"
    part="filters"
    role="search"
    aria-label=${data.messages.label}
    @submit=${(event: Event) => event.preventDefault()}
  >
    ${data.text === undefined ? nothing : searchTemplate(data.text, data, actions)}
    <div class="choices">
      ${data.radii.length > 0 ? radiusTemplate(data, actions) : nothing}
      ${data.openNow === undefined ? nothing : openNowTemplate(data, actions)}
    </div>
    ${data.categories.map(row => categoriesTemplate(row, data, actions))}
  </form>`;
}

function searchTemplate(
  text: string,
  {messages}: FiltersData,
  actions: FiltersActions,
): TemplateResult {
  return html`<div class="search">
    <label class="visually-hidden" for="search">${messages.search}</label>
    ${uiIcon(SEARCH)}
    <input
      id="search"
      class="field"
      type="search"
      autocomplete="off"
      enterkeyhint="search"
      placeholder=${messages.searchHint}
      .value=${text}
      @input=${(event: InputEvent) => actions.search((event.target as HTMLInputElement).value)}
    />
  </div>`;
}

function radiusTemplate(data: FiltersData, actions: FiltersActions): TemplateResult {
  const {messages, language, radii, radius, limit} = data;
  const words = (km: number): string => messages.within(formatDistance(km * 1000, language));
  const choose = (event: Event): void => {
    const {value} = event.target as HTMLSelectElement;
    actions.chooseRadius(value ? Number(value) : undefined);
  };
  return html`<label class="visually-hidden" for="radius">${messages.radius}</label>
    <select id="radius" class="field" @change=${choose}>
      <option value="" .selected=${radius === undefined}>
        ${limit === undefined ? messages.anyDistance : words(limit)}
      </option>
      ${radii.map(km => html`<option value=${km} .selected=${km === radius}>${words(km)}</option>`)}
    </select>`;
}

function openNowTemplate(
  {messages, openNow}: FiltersData,
  actions: FiltersActions,
): TemplateResult {
  return html`<label class="chip">
    <input type="checkbox" .checked=${openNow === true} @change=${() => actions.toggleOpenNow()} />
    <span>${messages.openNow}</span>
  </label>`;
}

function categoriesTemplate(
  {group, choices}: CategoryRow,
  data: FiltersData,
  actions: FiltersActions,
): TemplateResult {
  const {messages} = data;
  return html`<fieldset class=${group ? 'categories below' : 'categories'}>
    <legend class="visually-hidden">
      ${group ? messages.category(group) : messages.categories}
    </legend>
    ${choices.map(choice => categoryTemplate(choice, data, actions))}
  </fieldset>`;
}

function categoryTemplate(
  {id, count}: CategoryChoice,
  {chosen, language, messages, glyphs}: FiltersData,
  actions: FiltersActions,
): TemplateResult {
  return html`<label class="chip">
    <input type="checkbox" .checked=${chosen.has(id)} @change=${() => actions.toggleCategory(id)} />
    ${symbol(id, glyphs)}
    <span>${messages.category(id)}</span>
    <span class="count" aria-hidden="true">${formatNumber(count, language)}</span>
    <span class="visually-hidden">, ${messages.found(count, formatNumber(count, language))}</span>
  </label>`;
}
