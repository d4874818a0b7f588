import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Checkout} from './checkout.js';
import {addressFields} from './address-fields.js';
import {textField} from './field.js';
import type {Words} from './words.js';

/** Who one is, and how one pays. */
export function contactStep(checkout: Checkout, words: Words): TemplateResult {
  const {messages} = words;
  const {needsBilling} = checkout;
  return html`<p class="muted">${messages.contactHint}</p>
    ${textField(
      {
        name: 'name',
        label: messages.name,
        hint: messages.nameHint,
        autocomplete: 'name',
        maxLength: 80,
      },
      checkout,
      words,
    )}
    ${textField(
      {
        name: 'email',
        label: messages.email,
        type: 'email',
        autocomplete: 'email',
        maxLength: 254,
        isOneOf: !needsBilling,
      },
      checkout,
      words,
    )}
    ${textField(
      {
        name: 'telephone',
        label: messages.telephone,
        type: 'tel',
        autocomplete: 'tel',
        maxLength: 30,
        isOneOf: !needsBilling,
        isOptional: needsBilling,
      },
      checkout,
      words,
    )}
    ${needsBilling ? addressFields(checkout, words, messages.billing) : nothing}
    ${paymentTemplate(checkout, words)}
    ${textField(
      {
        name: 'note',
        label: messages.note,
        hint: messages.noteHint,
        autocomplete: 'off',
        maxLength: 500,
        isOptional: true,
        isLong: true,
      },
      checkout,
      words,
    )}`;
}

function paymentTemplate(checkout: Checkout, {messages}: Words): TemplateResult | typeof nothing {
  const payments = checkout.shop?.payments ?? [];
  if (payments.length < 2) return nothing;
  return html`<fieldset class="choices">
    <legend>${messages.payment}</legend>
    ${payments.map(
      payment =>
        html`<label class="choice">
          <input
            type="radio"
            name="payment"
            .checked=${live(payment === checkout.form.payment)}
            @change=${() => checkout.fill({payment})}
          />
          ${messages.paymentMeans(payment)}
        </label>`,
    )}
  </fieldset>`;
}
