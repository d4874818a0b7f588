import {formatNumber} from '@local-widgets/core';
import type {CategoryId} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import type {CategoryChoice, CategoryRow} from './category-choices.js';
import type {ViewContext} from '../state/view-context.js';
import {symbol} from '../symbols/symbol.js';

export interface CategoriesData extends ViewContext {
  readonly row: CategoryRow;
  readonly chosen: ReadonlySet<CategoryId>;
}

/** Categories on offer, with how many places each would leave. */
export function categoriesTemplate(
  data: CategoriesData,
  toggle: (id: CategoryId) => void,
): TemplateResult {
  const {messages, row} = data;
  const {group, choices} = row;
  return html`<fieldset class=${group ? 'categories below' : 'categories'}>
    <legend class="visually-hidden">
      ${group ? messages.category(group) : messages.categories}
    </legend>
    ${choices.map(choice => categoryTemplate(choice, data, toggle))}
  </fieldset>`;
}

function categoryTemplate(
  {id, count}: CategoryChoice,
  {chosen, language, messages, glyphs}: CategoriesData,
  toggle: (id: CategoryId) => void,
): TemplateResult {
  return html`<label class="chip">
    <input type="checkbox" .checked=${chosen.has(id)} @change=${() => toggle(id)} />
    ${symbol(id, glyphs)}
    <span>${messages.category(id)}</span>
    <span class="count" aria-hidden="true">${formatNumber(count, language)}</span>
    <span class="visually-hidden">, ${messages.found(count, formatNumber(count, language))}</span>
  </label>`;
}
