import type {Product, Weekday} from '@local-widgets/model/schemas.js';
import {formatWeekday} from '@local-widgets/core';
import {html, type TemplateResult} from 'lit';
import {typedMoney} from '../format/money.js';
import type {Words} from '../state/desk-owner.js';
import {checkbox, checkboxes, selectField, textArea, textField} from '../templates/fields.js';

/** The rates of the code général des impôts, articles 278 and following, in hundredths of a percent. */
const VAT_RATES = [550, 1000, 2000, 210, 0];
const UNITS = ['g', 'kg', 'ml', 'l', 'piece'] as const;
const WEEKDAYS: readonly Weekday[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const WITHDRAWALS = ['none', 'perishable', 'made-to-order', 'sealed-hygiene'] as const;

/** The fields of the form of a product; its errors stand by the field. */
export function productFields(
  product: Product | undefined,
  errors: Readonly<Record<string, string>>,
  {messages, language}: Words,
): TemplateResult {
  const field = (name: string): {name: string; error: string | undefined} => ({
    name,
    error: errors[name],
  });
  const percent = new Intl.NumberFormat(language, {style: 'percent', maximumFractionDigits: 1});
  return html`${textField({...field('name'), label: messages.productName, value: product?.name, most: 120, required: true})}
    ${textField({
      ...field('id'),
      label: messages.productId,
      hint: messages.productIdHint,
      value: product?.id,
      most: 64,
      disabled: product !== undefined,
    })}
    ${textField({...field('category'), label: messages.category, value: product?.category, most: 80})}
    ${textArea({...field('description'), label: messages.description, value: product?.description, most: 1000})}
    <div class="row">
      ${textField({
        ...field('price'),
        label: messages.price,
        value: product && typedMoney(product.price, language),
        inputmode: 'decimal',
        required: true,
      })}
      ${selectField(
        {...field('vatRate'), label: messages.vatRate, value: product?.vatRate ?? VAT_RATES[0]},
        withOwn(product?.vatRate).map(rate => [String(rate), percent.format(rate / 10_000)]),
      )}
    </div>
    <fieldset>
      <legend>${messages.content}</legend>
      <p class="hint">${messages.contentHint}</p>
      <div class="row">
        ${textField({
          ...field('contentQuantity'),
          label: messages.quantity,
          value: product?.content?.quantity,
          inputmode: 'decimal',
        })}
        ${selectField(
          {
            ...field('contentUnit'),
            label: messages.contentUnit,
            value: product?.content?.unit ?? '',
          },
          [['', messages.noUnit], ...UNITS.map(unit => [unit, messages.units[unit]] as const)],
        )}
      </div>
    </fieldset>
    <div class="row">
      ${textField({...field('stock'), label: messages.stock, hint: messages.stockHint, value: product?.stock, inputmode: 'numeric'})}
      ${textField({...field('maxPerOrder'), label: messages.maxPerOrder, value: product?.maxPerOrder, inputmode: 'numeric'})}
    </div>
    <div class="row">
      ${textField({
        ...field('preparationMinutes'),
        label: messages.preparationMinutes,
        value: product?.preparationMinutes,
        inputmode: 'numeric',
      })}
      ${textField({...field('points'), label: messages.points, hint: messages.pointsHint, value: product?.points, inputmode: 'numeric'})}
    </div>
    ${checkboxes(
      'weekdays',
      messages.weekdays,
      // a Monday, and the days after it
      WEEKDAYS.map((day, at) => [day, formatWeekday(`2024-01-0${at + 1}`, language)]),
      product?.availability?.weekdays ?? [],
      {hint: messages.weekdaysHint},
    )}
    <fieldset>
      <legend>${messages.season}</legend>
      <div class="row">
        ${textField({...field('seasonFrom'), label: messages.seasonFrom, value: product?.availability?.season?.from})}
        ${textField({...field('seasonTo'), label: messages.seasonTo, value: product?.availability?.season?.to})}
      </div>
    </fieldset>
    ${checkbox('isFood', messages.isFood, product?.isFood ?? true)}
    ${textArea({...field('ingredients'), label: messages.ingredients, value: product?.ingredients, most: 2000})}
    ${checkboxes(
      'allergens',
      messages.allergens,
      Object.entries(messages.allergenNames),
      product?.allergens ?? [],
      {hint: messages.allergensHint, error: errors['allergens']},
    )}
    ${textField({...field('origin'), label: messages.origin, value: product?.origin, most: 120})}
    ${textField({...field('imageUrl'), label: messages.imageUrl, value: product?.image?.url, type: 'url'})}
    ${textField({...field('imageAlt'), label: messages.imageAlt, value: product?.image?.alt, most: 200})}
    ${selectField(
      {
        ...field('withdrawalException'),
        label: messages.withdrawal,
        value: product?.withdrawalException ?? 'none',
      },
      WITHDRAWALS.map(key => [key, messages.withdrawals[key]]),
    )}
    ${checkbox('isHidden', messages.hidden, product?.isHidden ?? false, {hint: messages.hiddenHint})}`;
}

/** The usual rates, and the product's own where that is another one. */
function withOwn(rate: number | undefined): number[] {
  return rate === undefined || VAT_RATES.includes(rate) ? VAT_RATES : [...VAT_RATES, rate];
}
