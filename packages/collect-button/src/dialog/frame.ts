import {formatMoment} from '@local-widgets/core';
import {formatCents, orderButtonText} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import {STEPS, type Checkout, type Step} from './checkout.js';
import {slotName} from './when.js';
import type {Words} from './words.js';

/** What stands above every step: whose shop it is, which step, and the way out. */
export function headTemplate(
  checkout: Checkout,
  title: string,
  {messages}: Words,
  close: () => void,
): TemplateResult {
  const at = STEPS.indexOf(checkout.step as (typeof STEPS)[number]);
  const isOnTheWay = checkout.isOnline || checkout.phase === 'loading';
  return html`<header class="head">
    <div>
      ${checkout.reach.name ? html`<p class="shop" id="shop">${checkout.reach.name}</p>` : nothing}
      <h2 id="title" tabindex="-1">${title}</h2>
      ${
        at < 0 || !isOnTheWay
          ? nothing
          : html`<p class="progress">
              <span class="muted small">${messages.stepOf(at + 1, STEPS.length)}</span>
              ${STEPS.map((_, step) => html`<i class=${step <= at ? 'done' : ''}></i>`)}
            </p>`
      }
    </div>
    <button class="button close" type="button" aria-label=${messages.close} @click=${close}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18"></path></svg>
    </button>
  </header>`;
}

/** The sentence on top of the step; it gets the keyboard when it comes from a refusal. */
export function noticeTemplate(checkout: Checkout, {messages, language}: Words): TemplateResult {
  const text = checkout.notice?.(messages) ?? closedText(checkout, messages);
  const isShort = checkout.step === 'basket' && checkout.checked.problems.length > 0;
  const {staleSince} = checkout;
  return html`${
      staleSince
        ? html`<p class="muted" role="status">
            ${messages.stale(formatMoment(staleSince, language))}
          </p>`
        : nothing
    }
    <div role="alert">
      ${
        text
          ? html`<p class="notice" id="notice" tabindex="-1">${text}</p>
              ${
                isShort
                  ? html`<button class="button" type="button" @click=${() => checkout.takeRest()}>
                      ${messages.problem.takeRest}
                    </button>`
                  : nothing
              }`
          : nothing
      }
    </div>`;
}

/** Why a shop that can be seen takes no orders now. */
function closedText({step, shop}: Checkout, {problem}: Words['messages']): string | undefined {
  if (step !== 'basket' || !shop || shop.acceptsOrders) return undefined;
  return shop.isPaused ? problem.paused : problem.notOpen;
}

/** What the basket costs, and the button that leads on. */
export function footTemplate(checkout: Checkout, words: Words): TemplateResult | typeof nothing {
  const {messages, language} = words;
  const {step, total} = checkout;
  if (!STEPS.includes(step as (typeof STEPS)[number])) return nothing;
  const {count} = checkout.needs.shared.basket;
  const next = step === 'basket' ? soonestText(checkout, words) : '';
  return html`<footer class="foot">
    ${next ? html`<p class="small">${next}</p>` : nothing}
    <p class="sum" role="status">
      ${
        count > 0
          ? html`<span>${messages.pieces(count)}</span>
              <b>${formatCents(total.total, language)}</b>`
          : messages.emptyBasket
      }
    </p>
    <div class="buttons">
      ${
        step === 'basket'
          ? count > 0
            ? html`<button
                class="button quiet"
                type="button"
                @click=${() => checkout.emptyBasket()}
              >
                ${messages.emptyIt}
              </button>`
            : nothing
          : html`<button class="button" type="button" @click=${() => checkout.back()}>
              ${messages.back}
            </button>`
      }
      ${count > 0 ? forwardTemplate(checkout, step, words) : nothing}
    </div>
  </footer>`;
}

/** Only the words on the last button count before the law: they come from the model. */
function forwardTemplate(
  checkout: Checkout,
  step: Step,
  {messages, language}: Words,
): TemplateResult {
  const law = language.startsWith('fr') ? 'fr' : 'en';
  const names: Partial<Record<Step, string>> = {
    basket: checkout.isOnline ? messages.toSlots : messages.direct,
    contact: messages.toReview,
    review: orderButtonText(law, checkout.shop?.contract ?? 'order'),
  };
  return html`<button class="button primary" type="submit">
    ${names[step] ?? messages.next}
  </button>`;
}

/** When one could have it, before one chooses. */
function soonestText(checkout: Checkout, {messages, language}: Words): string {
  const {shop, mode, now} = checkout;
  const {soonest} = checkout.offers;
  if (!soonest || !shop || !checkout.isOnline) return '';
  const time = {timeZone: shop.timeZone, now, messages, language};
  return messages.nextSlot(mode, slotName(soonest, time));
}
