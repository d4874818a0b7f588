import {formatTime, telUrl} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {Checkout} from './checkout.js';
import {dayName} from './when.js';
import type {Words} from './words.js';

/** On its way: never said to be confirmed before the shop has it. */
export function sendingStep(checkout: Checkout, words: Words): TemplateResult {
  const {messages} = words;
  const {phase} = checkout.outbox.state;
  if (phase === 'sending' || phase === 'idle') {
    return html`<p class="sending" role="status">${messages.sendingNow}</p>`;
  }
  const {outbox, reach} = checkout;
  const tel = telUrl(reach.phone);
  const isLate = phase === 'too-late';
  return html`${
      phase === 'waiting'
        ? html`<p role="status">
            <b class="warning">${messages.notSentYet}</b> ${messages.notConfirmed}
            ${reason(checkout, words)}
          </p>`
        : html`<p role="alert">${isLate ? messages.tooLate : messages.broken}</p>`
    }
    <p class="buttons">
      ${
        isLate
          ? html`<button
              class="button primary"
              type="button"
              @click=${() => checkout.chooseAgain()}
            >
              ${messages.otherSlot}
            </button>`
          : html`<button class="button primary" type="button" @click=${() => outbox.resume()}>
              ${messages.sendNow}
            </button>`
      }
      ${tel ? html`<a class="button" href=${tel}>${messages.call(reach.phone!)}</a>` : nothing}
      ${
        isLate
          ? nothing
          : html`<button class="button quiet" type="button" @click=${() => checkout.giveUp()}>
              ${messages.giveUp}
            </button>`
      }
    </p>`;
}

/** Why it waits, and until when it may. */
function reason({outbox, offers, shop, now}: Checkout, {messages, language}: Words): string {
  const {state, waiting} = outbox;
  const isBusy = state.phase === 'waiting' && state.error.code !== 'unreachable';
  const why = isBusy ? messages.reasonBusy : messages.reasonOffline;
  const timeZone = offers.current?.timeZone ?? shop?.timeZone;
  if (!waiting?.orderUntil || !timeZone) return why;
  const time = {timeZone, now, messages, language};
  const until = formatTime(new Date(waiting.orderUntil), language, timeZone);
  return `${why} ${messages.sendUntil(messages.at(dayName(waiting.orderUntil, time), until))}`;
}
