import type {Product} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Checkout} from './checkout.js';
import {goneTemplate, productTemplate} from './product-row.js';
import type {Words} from './words.js';

/** From so many products on there is a search. */
const MANY = 12;
/** Rows at once; the search finds the others. */
const MOST_ROWS = 150;

/** What of the catalogue is in sight: one product's button shows that one first. */
export interface CatalogueView {
  /** Id of the product whose button was pressed; empty for the whole catalogue. */
  focus: string;
  search: string;
}

/** What one wants: the catalogue with the basket's numbers in it. */
export function basketStep(
  checkout: Checkout,
  view: CatalogueView,
  words: Words,
  change: (view: Partial<CatalogueView>) => void,
): TemplateResult {
  const {messages} = words;
  const {products, checked} = checkout;
  const {basket} = checkout.needs.shared;
  const gone = checked.problems.filter(({code}) => code === 'product-gone');
  const inSight = products.filter(
    ({id}) => !view.focus || id === view.focus || basket.quantityOf(id) > 0,
  );
  const found = inSight.filter(product => matches(product, view.search));
  const hasSearch = !view.focus && products.length >= MANY;
  return html`${hasSearch ? searchTemplate(view, words, change) : nothing}
  ${products.length === 0 && gone.length === 0 ? html`<p>${messages.noProducts}</p>` : nothing}
  ${found.length === 0 && view.search ? html`<p role="status">${messages.foundNone}</p>` : nothing}
  ${
    gone.length > 0
      ? html`<ul class="products" role="list">
          ${gone.map(({product}) => goneTemplate(product, words, () => checkout.put(product, 0)))}
        </ul>`
      : nothing
  }
  ${grouped(found.slice(0, MOST_ROWS)).map(
    ([category, rows]) =>
      html`${category ? html`<h3>${category}</h3>` : nothing}
        <ul class="products" role="list">
          ${repeat(
            rows,
            ({id}) => id,
            product =>
              productTemplate({product, quantity: basket.quantityOf(product.id)}, words, count =>
                putAndStay(checkout, product.id, count),
              ),
          )}
        </ul>`,
  )}
  ${
    found.length > MOST_ROWS
      ? html`<p class="muted">${messages.moreProducts(found.length - MOST_ROWS)}</p>`
      : nothing
  }
  ${
    view.focus && products.length > inSight.length
      ? html`<button class="button quiet" type="button" @click=${() => change({focus: ''})}>
          ${messages.wholeCatalogue}
        </button>`
      : nothing
  }`;
}

/** The button that was pressed may go: the keyboard moves to the one that takes its place. */
function putAndStay(checkout: Checkout, id: string, count: number): void {
  const before = checkout.needs.shared.basket.quantityOf(id);
  checkout.put(id, count);
  if (before === 0 || count === 0) checkout.focusNext = `[data-more="${CSS.escape(id)}"]`;
}

function searchTemplate(
  {search}: CatalogueView,
  {messages}: Words,
  change: (view: Partial<CatalogueView>) => void,
): TemplateResult {
  return html`<div class="entry">
    <label for="find">${messages.find}</label>
    <input
      class="field"
      id="find"
      type="search"
      .value=${search}
      @keydown=${(event: KeyboardEvent) => {
        // it finds while one types; the form is not sent from here
        if (event.key === 'Enter') event.preventDefault();
      }}
      @input=${(event: Event) => change({search: (event.currentTarget as HTMLInputElement).value})}
    />
  </div>`;
}

/** Without accents and case. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function matches({name, category = ''}: Product, search: string): boolean {
  const text = folded(`${name} ${category}`);
  return folded(search)
    .split(/\s+/)
    .every(word => text.includes(word));
}

/** By category, in the order in which the shop lists them. */
function grouped(products: readonly Product[]): [category: string, products: Product[]][] {
  const groups = new Map<string, Product[]>();
  for (const product of products) {
    const {category = ''} = product;
    groups.set(category, [...(groups.get(category) ?? []), product]);
  }
  return [...groups];
}
