import {webUrl} from '@local-widgets/core';
import {formatCents, isWithdrawable} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Checkout, Step} from './checkout.js';
import {errorLine} from './field.js';
import {slotName} from './when.js';
import type {Words} from './words.js';

/** All of it, once more, right before the button (code de la consommation, L221-14). */
export function reviewStep(checkout: Checkout, words: Words): TemplateResult {
  const {messages} = words;
  const {form} = checkout;
  return html`<div class="summary">
      <h3>${messages.summary}</h3>
      ${changeTemplate(messages.basket, 'basket', checkout, words)}
    </div>
    ${linesTemplate(checkout, words)}
    <dl class="facts">
      ${factTemplate(messages.when, whenText(checkout, words), 'pickup', checkout, words)}
      ${factTemplate(messages.where, whereText(checkout), 'pickup', checkout, words)}
      ${factTemplate(
        messages.who,
        [form.name, form.email, form.telephone].filter(Boolean).join(', '),
        'contact',
        checkout,
        words,
      )}
      ${factTemplate(messages.how, paymentText(checkout, words), 'contact', checkout, words)}
      ${form.note ? factTemplate(messages.message, form.note, 'contact', checkout, words) : nothing}
    </dl>
    ${legalTemplate(checkout, words)}`;
}

function linesTemplate(checkout: Checkout, {messages, language}: Words): TemplateResult {
  const {lines, deliveryFee, total} = checkout.total;
  const money = (cents: number): string => formatCents(cents, language);
  return html`<table class="lines">
    <thead>
      <tr>
        <th scope="col">${messages.product}</th>
        <th scope="col" class="amount">${messages.unit}</th>
        <th scope="col" class="amount">${messages.quantity}</th>
        <th scope="col" class="amount">${messages.amount}</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        line =>
          html`<tr>
            <th scope="row">${line.name}</th>
            <td class="amount">${money(line.price)}</td>
            <td class="amount">${line.quantity}</td>
            <td class="amount">${money(line.total)}</td>
          </tr>`,
      )}
      ${
        deliveryFee === undefined
          ? nothing
          : html`<tr>
              <th scope="row" colspan="3">${messages.fee}</th>
              <td class="amount">${money(deliveryFee)}</td>
            </tr>`
      }
    </tbody>
    <tfoot>
      <tr>
        <th scope="row" colspan="3">${messages.totalWithTax}</th>
        <td class="amount">${money(total)}</td>
      </tr>
    </tfoot>
  </table>`;
}

function factTemplate(
  name: string,
  text: string,
  step: Step,
  checkout: Checkout,
  words: Words,
): TemplateResult | typeof nothing {
  if (!text) return nothing;
  return html`<div>
    <dt>${name}</dt>
    <dd>${text}</dd>
    <dd class="change">${changeTemplate(name, step, checkout, words)}</dd>
  </div>`;
}

function changeTemplate(
  what: string,
  step: Step,
  checkout: Checkout,
  {messages}: Words,
): TemplateResult {
  return html`<button
    class="button quiet"
    type="button"
    aria-label=${messages.changeOf(what)}
    @click=${() => checkout.go(step)}
  >
    ${messages.change}
  </button>`;
}

function whenText({offers, now, mode}: Checkout, {messages, language}: Words): string {
  const {slot, current} = offers;
  if (!slot) return '';
  const time = {timeZone: current!.timeZone, now, messages, language};
  return messages.labelled(messages.mode(mode), slotName(slot, time));
}

function whereText({mode, form, shop, offers: {place}}: Checkout): string {
  if (place) return [place.name, place.details].filter(Boolean).join(', ');
  const {streetAddress, postalCode, addressLocality} =
    mode === 'delivery' ? form : (shop?.address ?? {});
  const town = [postalCode, addressLocality].filter(Boolean).join(' ');
  return [mode === 'delivery' ? '' : shop?.name, streetAddress, town].filter(Boolean).join(', ');
}

function paymentText({form, shop, mode}: Checkout, {messages}: Words): string {
  const payment = form.payment ?? shop?.payments[0];
  if (!payment) return '';
  const means = messages.paymentMeans(payment);
  return payment === 'online' || mode === 'delivery'
    ? means
    : messages.labelled(messages.atPickup, means);
}

/** Who sells, under which terms, and what cannot be sent back. */
function legalTemplate(checkout: Checkout, {messages}: Words): TemplateResult {
  const {shop, checked} = checkout;
  const {legal, contract} = shop ?? {};
  const final = checked.items.filter(({product}) => !isWithdrawable(product));
  const names = final.map(({product}) => product.name).join(', ');
  const privacy = webUrl(legal?.privacyUrl);
  const isOrder = contract === 'order';
  return html`<div class="legal small">
      ${legal?.siret ? html`<p>${messages.seller(legal.legalName, legal.siret)}</p>` : nothing}
      ${isOrder ? nothing : html`<p>${messages.reservation}</p>`}
      ${isOrder && final.length > 0 ? html`<p>${messages.noWithdrawal(names)}</p>` : nothing}
      ${
        isOrder && final.length < checked.items.length
          ? html`<p>${messages.withdrawal}</p>`
          : nothing
      }
      ${
        privacy
          ? html`<p><a href=${privacy} target="_blank" rel="noopener">${messages.privacy}</a></p>`
          : nothing
      }
    </div>
    ${termsTemplate(checkout, messages)}`;
}

/** Never ticked beforehand. */
function termsTemplate(
  checkout: Checkout,
  messages: Words['messages'],
): TemplateResult | typeof nothing {
  const terms = webUrl(checkout.shop?.legal?.termsUrl);
  if (!terms) return nothing;
  const error = checkout.errors.acceptsTerms?.(messages);
  return html`<div class="entry">
    <label class="choice">
      <input
        type="checkbox"
        .checked=${live(checkout.form.acceptsTerms)}
        aria-required="true"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? 'acceptsTerms-error' : nothing}
        @change=${(event: Event) =>
          checkout.fill({acceptsTerms: (event.currentTarget as HTMLInputElement).checked})}
      />
      ${messages.terms}
    </label>
    ${errorLine('acceptsTerms', error)}
    <a href=${terms} target="_blank" rel="noopener">${messages.readTerms}</a>
  </div>`;
}
