import {html, type TemplateResult} from 'lit';
import type {Checkout} from './checkout.js';
import {textField} from './field.js';
import type {Words} from './words.js';

/** Street, postal code and town. */
export function addressFields(checkout: Checkout, words: Words, legend: string): TemplateResult {
  const {messages} = words;
  return html`<fieldset class="entries">
    <legend>${legend}</legend>
    ${textField(
      {
        name: 'streetAddress',
        label: messages.street,
        autocomplete: 'street-address',
        maxLength: 200,
      },
      checkout,
      words,
    )}
    ${textField(
      {name: 'postalCode', label: messages.postalCode, autocomplete: 'postal-code', maxLength: 16},
      checkout,
      words,
    )}
    ${textField(
      {
        name: 'addressLocality',
        label: messages.city,
        autocomplete: 'address-level2',
        maxLength: 100,
      },
      checkout,
      words,
    )}
  </fieldset>`;
}
