import {formatWeekday, webUrl} from '@local-widgets/core';
import {formatCents, unitPrice} from '@local-widgets/model';
import type {Product, Weekday} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Words} from './words.js';

/** Fewer than this are said to be left. */
const FEW = 6;

const WEEKDAYS: readonly Weekday[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

export interface ProductRow {
  readonly product: Product;
  readonly quantity: number;
}

/** One product: what it is and costs, what is in it, and how many of it one wants. */
export function productTemplate(
  {product, quantity}: ProductRow,
  words: Words,
  put: (quantity: number) => void,
): TemplateResult {
  const {name, description, origin, image, price, availability} = product;
  const {messages, language} = words;
  const byUnit = unitPrice(product);
  const photo = webUrl(image?.url);
  const days = availability?.weekdays?.map(day =>
    // a Monday, and the days after it
    formatWeekday(`2024-01-0${WEEKDAYS.indexOf(day) + 1}`, language),
  );
  return html`<li class="product">
    ${
      photo
        ? html`<img
            src=${photo}
            alt=${image?.alt ?? ''}
            width="64"
            height="64"
            loading="lazy"
            referrerpolicy="no-referrer"
          />`
        : nothing
    }
    <div class="about">
      <p class="name">${name}</p>
      <p class="price">
        ${formatCents(price, language)}
        ${
          byUnit && byUnit.price !== price
            ? html`<span class="muted small">
                ${messages.perUnit(formatCents(byUnit.price, language), byUnit.unit)}
              </span>`
            : nothing
        }
      </p>
      ${description ? html`<p class="muted small">${description}</p>` : nothing}
      ${origin ? html`<p class="muted small">${messages.origin(origin)}</p>` : nothing}
      ${days ? html`<p class="muted small">${messages.onlyOn(days.join(', '))}</p>` : nothing}
      ${compositionTemplate(product, words)}
    </div>
    ${quantityTemplate({product, quantity}, words, put)}
  </li>`;
}

/** Told before the order is placed (Regulation (EU) 1169/2011, article 14). */
function compositionTemplate(
  {ingredients, allergens}: Product,
  {messages}: Words,
): TemplateResult | typeof nothing {
  if (!ingredients && !allergens) return nothing;
  const names = allergens?.map(name => messages.allergen(name)).join(', ');
  return html`<details class="small">
    <summary>${messages.composition}</summary>
    ${ingredients ? html`<p><b>${messages.ingredients}</b> ${ingredients}</p>` : nothing}
    ${
      allergens
        ? html`<p><b>${messages.allergens}</b> ${names || messages.noAllergens}</p>`
        : nothing
    }
  </details>`;
}

function quantityTemplate(
  {product: {id, name, stock = Infinity, maxPerOrder = Infinity}, quantity}: ProductRow,
  {messages}: Words,
  put: (quantity: number) => void,
): TemplateResult {
  const most = Math.min(stock, maxPerOrder);
  const limit =
    stock === 0
      ? messages.soldOut
      : quantity > maxPerOrder || (quantity === maxPerOrder && maxPerOrder <= stock)
        ? messages.atMost(maxPerOrder)
        : stock < FEW || quantity >= stock
          ? messages.left(stock)
          : '';
  return html`<div class="how-many">
    ${quantity > 0 ? stepperTemplate({id, name, quantity, most}, messages, put) : nothing}
    ${
      quantity === 0 && stock > 0
        ? html`<button
            class="button"
            type="button"
            data-more=${id}
            aria-label=${messages.addOne(name)}
            @click=${() => put(1)}
          >
            ${messages.addShort}
          </button>`
        : nothing
    }
    ${limit ? html`<p class=${quantity > most ? 'error small' : 'muted small'}>${limit}</p>` : nothing}
  </div>`;
}

/** Less, how many, more. The buttons stay where they are at the limits, so that the keyboard does too. */
function stepperTemplate(
  {id, name, quantity, most}: {id: string; name: string; quantity: number; most: number},
  messages: Words['messages'],
  put: (quantity: number) => void,
): TemplateResult {
  const isMost = quantity >= most;
  return html`<div class="stepper" role="group" aria-label=${messages.quantityOf(name)}>
    <button
      class="button"
      type="button"
      aria-label=${quantity === 1 ? messages.remove(name) : messages.takeOne(name)}
      @click=${() => put(quantity > most ? most : quantity - 1)}
    >
      −
    </button>
    <span class="number">${quantity}</span>
    <button
      class="button"
      type="button"
      data-more=${id}
      aria-label=${messages.addOne(name)}
      aria-disabled=${isMost ? 'true' : 'false'}
      @click=${() => (isMost ? undefined : put(quantity + 1))}
    >
      +
    </button>
  </div>`;
}

/** Something in the basket that the catalogue does not have any more. */
export function goneTemplate(id: string, {messages}: Words, remove: () => void): TemplateResult {
  return html`<li class="product">
    <div class="about">
      <p class="name">${id}</p>
      <p class="error small">${messages.gone}</p>
    </div>
    <button class="button" type="button" aria-label=${messages.remove(id)} @click=${remove}>
      ${messages.removeShort}
    </button>
  </li>`;
}
