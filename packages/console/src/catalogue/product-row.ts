import {formatCents, unitPrice} from '@local-widgets/model';
import type {Product} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {typedMoney} from '../format/money.js';
import type {Words} from '../state/desk-owner.js';
import {cellField} from '../templates/fields.js';

export interface RowData extends Words {
  readonly product: Product;
  readonly canEdit: boolean;
  readonly isBusy: boolean;
  /** Why the last change failed. */
  readonly problem: string;
  readonly priceError: string | undefined;
  readonly stockError: string | undefined;
}

export interface RowActions {
  readonly price: (text: string) => void;
  readonly stock: (text: string) => void;
  readonly toggle: () => void;
  readonly retry: () => void;
  readonly edit: () => void;
}

/** One product of the list: what changes daily is changed here. */
export function productRow(data: RowData, actions: RowActions): TemplateResult {
  const {product, messages, language, canEdit, isBusy, problem, priceError, stockError} = data;
  const {id, name} = product;
  return html`<li
    class="product-row"
    id="product-${id}"
    ?data-hidden=${product.isHidden}
    ?data-busy=${isBusy}
  >
    <p class="product-name">
      <b>${name}</b>
      ${product.isHidden ? html`<span class="badge">${messages.hidden}</span>` : nothing}
      ${product.stock === 0 ? html`<span class="badge urgent">${messages.soldOut}</span>` : nothing}
      <small class="hint">${priceByUnit(data)}</small>
    </p>
    <div class="quick">
      <div class="quick-field">
        <span aria-hidden="true">${messages.price}</span>
        ${
          canEdit
            ? cellField(
                {
                  name: `price-${id}`,
                  label: messages.priceOf(name),
                  value: typedMoney(product.price, language),
                  inputmode: 'decimal',
                  error: priceError,
                },
                actions.price,
              )
            : html`<b>${formatCents(product.price, language)}</b>`
        }
      </div>
      <div class="quick-field">
        <span aria-hidden="true">${messages.stock}</span>
        ${cellField(
          {
            name: `stock-${id}`,
            label: `${messages.stockOf(name)}. ${messages.stockHint}`,
            value: product.stock ?? '',
            inputmode: 'numeric',
            error: stockError,
          },
          actions.stock,
        )}
      </div>
      <button
        class="button toggle"
        type="button"
        aria-label=${product.isHidden ? messages.showProduct(name) : messages.hideProduct(name)}
        @click=${actions.toggle}
      >
        ${product.isHidden ? messages.show : messages.hide}
      </button>
      ${
        canEdit
          ? html`<button
              class="button edit"
              type="button"
              aria-label=${messages.editProduct(name)}
              @click=${actions.edit}
            >
              ${messages.edit}
            </button>`
          : nothing
      }
    </div>
    ${priceError ? html`<p class="problem" id="price-${id}-error">${priceError}</p>` : nothing}
    ${stockError ? html`<p class="problem" id="stock-${id}-error">${stockError}</p>` : nothing}
    ${
      problem
        ? html`<div class="problem" role="alert">
            <p>${problem}</p>
            <button class="button" type="button" @click=${actions.retry}>${messages.retry}</button>
          </div>`
        : nothing
    }
  </li>`;
}

function priceByUnit({product, messages, language}: RowData): string {
  const byUnit = unitPrice(product);
  if (!byUnit) return '';
  const unit = byUnit.unit === 'piece' ? messages.pieceUnit : byUnit.unit;
  return messages.unitPrice(formatCents(byUnit.price, language), unit);
}
