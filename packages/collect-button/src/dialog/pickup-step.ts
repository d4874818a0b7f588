import {formatCents} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {addressFields} from './address-fields.js';
import type {Checkout} from './checkout.js';
import {errorLine, textField} from './field.js';
import {byDay, dayName, otherZone, spanName, type ShopTime} from './when.js';
import type {Words} from './words.js';

/** Days in sight at once. */
const FEW_DAYS = 3;

/** When and how one gets it. */
export function pickupStep(
  checkout: Checkout,
  words: Words,
  days: {readonly all: boolean; showAll(): void},
): TemplateResult {
  const {rules, mode} = checkout;
  return html`${modesTemplate(checkout, words)}
  ${mode === 'delivery' ? addressTemplate(checkout, words) : nothing}
  ${offerTemplate(checkout, words, days)}
  ${
    mode === 'drive'
      ? textField(
          {
            name: 'vehicle',
            label: words.messages.vehicle,
            hint: words.messages.vehicleHint,
            autocomplete: 'off',
            maxLength: 60,
            isOptional: true,
          },
          checkout,
          words,
        )
      : nothing
  }
  ${rules?.instructions ? html`<p class="muted">${rules.instructions}</p>` : nothing}`;
}

function modesTemplate(checkout: Checkout, {messages}: Words): TemplateResult | typeof nothing {
  const modes = checkout.shop?.pickup.map(({mode}) => mode) ?? [];
  if (modes.length < 2) return nothing;
  return html`<fieldset class="choices">
    <legend>${messages.modes}</legend>
    ${modes.map(
      mode =>
        html`<label class="choice">
          <input
            type="radio"
            name="mode"
            .checked=${live(mode === checkout.mode)}
            @change=${() => checkout.chooseMode(mode)}
          />
          ${messages.mode(mode)}
        </label>`,
    )}
  </fieldset>`;
}

function addressTemplate(checkout: Checkout, words: Words): TemplateResult {
  const {messages, language} = words;
  const {zone} = checkout;
  const fee = zone && formatCents(zone.fee, language);
  return html`${addressFields(checkout, words, messages.address)}
    <p role="status">
      ${zone ? (zone.fee > 0 ? messages.zone(zone.name, fee!) : messages.freeZone(zone.name)) : nothing}
    </p>`;
}

function offerTemplate(
  checkout: Checkout,
  words: Words,
  days: {readonly all: boolean; showAll(): void},
): TemplateResult {
  const {messages} = words;
  const {current: offer, failed} = checkout.offers;
  if (failed) {
    return html`<p role="alert">${messages.slotsFailed}</p>
      <button class="button" type="button" @click=${() => checkout.offers.ask(true)}>
        ${messages.retry}
      </button>`;
  }
  if (!offer) return html`<p class="muted" role="status">${messages.loadingSlots}</p>`;
  if (offer.places) return placesTemplate(checkout, words);
  if (offer.slots.length === 0) {
    return html`<p role="status">${messages.noSlot(offer.reason ?? 'closed')}</p>`;
  }
  return slotsTemplate(checkout, words, days);
}

function slotsTemplate(
  checkout: Checkout,
  words: Words,
  days: {readonly all: boolean; showAll(): void},
): TemplateResult {
  const {messages, language} = words;
  const {slots, timeZone} = checkout.offers.current!;
  const time: ShopTime = {timeZone, now: checkout.now, messages, language};
  const all = byDay(slots, timeZone);
  const zone = otherZone(slots[0]!.startsAt, time);
  const error = checkout.errors.slot?.(messages);
  return html`${zone ? html`<p class="muted">${messages.zoneDiffers(zone)}</p>` : nothing}
  ${all.slice(0, days.all ? Infinity : FEW_DAYS).map(
    (day, at) =>
      html`<fieldset class="slots">
        <legend>${dayName(day[0]!.startsAt, time)}</legend>
        ${day.map((slot, index) => {
          const isFirst = at === 0 && index === 0;
          return html`<label class="chip">
            <input
              type="radio"
              name="slot"
              .checked=${live(slot.startsAt === checkout.offers.choice)}
              aria-invalid=${error ? 'true' : nothing}
              aria-describedby=${error ? 'slot-error' : nothing}
              @change=${() => checkout.choose(slot.startsAt)}
            />
            <span
              >${spanName(slot, time)}${
                isFirst ? html` <span class="small soonest">${messages.soonest}</span>` : nothing
              }</span
            >
          </label>`;
        })}
      </fieldset>`,
  )}
  ${
    !days.all && all.length > FEW_DAYS
      ? html`<button class="button quiet" type="button" @click=${() => days.showAll()}>
          ${messages.moreDays}
        </button>`
      : nothing
  }
  ${errorLine('slot', error)}`;
}

function placesTemplate(checkout: Checkout, {messages, language}: Words): TemplateResult {
  const error = checkout.errors.slot?.(messages);
  return html`<fieldset class="choices">
      <legend>${messages.places}</legend>
      ${checkout.offers.current!.places!.map(
        ({id, name, details, price}) =>
          html`<label class="choice">
            <input
              type="radio"
              name="slot"
              .checked=${live(id === checkout.offers.choice)}
              aria-invalid=${error ? 'true' : nothing}
              aria-describedby=${error ? 'slot-error' : nothing}
              @change=${() => checkout.choose(id)}
            />
            <span>
              ${name}${price > 0 ? html` (${formatCents(price, language)})` : nothing}
              ${details ? html`<span class="muted small block">${details}</span>` : nothing}
            </span>
          </label>`,
      )}
    </fieldset>
    ${errorLine('slot', error)}`;
}
