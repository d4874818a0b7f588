import {formatTime, mailUrl, telUrl} from '@local-widgets/core';
import {formatCents, nextStates} from '@local-widgets/model';
import type {Order, OrderState} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {timeSpan} from '../format/days.js';
import type {FailedChange} from '../live/order-store.js';
import type {Words} from '../state/desk-owner.js';
import {icon, CLOCK, MAIL, PHONE, PIN, PRINTER} from '../templates/icons.js';
import {refusalOf} from './refusal.js';
import {addressOf, dayOf, historyOf, paymentOf, type Moment} from './order-facts.js';
import {minutesLeft} from './sections.js';

/** Minutes before its end from which a countdown asks for attention. */
const SOON = 10;

export interface CardData extends Words, Moment {
  readonly order: Order;
  readonly isBusy: boolean;
  readonly failure: FailedChange | undefined;
  readonly sentenceOf: (error: unknown) => string;
  /** The form for a refusal, while it is open. */
  readonly refusal: unknown;
}

export interface CardActions {
  readonly change: (to: OrderState, event: Event) => void;
  readonly refuse: () => void;
  readonly retry: () => void;
  readonly print: () => void;
}

/** The one step forward from each state. */
const NEXT: Partial<Record<OrderState, OrderState>> = {
  received: 'accepted',
  accepted: 'ready',
  ready: 'collected',
};

/** One order: when, its code, what is in it, who wants it, and the next step in one tap. */
export function orderCard(data: CardData, actions: CardActions): TemplateResult {
  const {order, messages} = data;
  const isArrived = order.arrivedAt !== undefined;
  return html`<li
    id="order-${order.id}"
    class="order"
    tabindex="-1"
    data-state=${order.state}
    ?data-arrived=${isArrived}
    ?data-busy=${data.isBusy}
  >
    <div class="order-head">
      <p class="when">${icon(CLOCK)} ${timeSpan(order.slot, data.language, data.timeZone)}</p>
      <h4 class="code" aria-label=${messages.orderTitle(order.code)}>${order.code}</h4>
    </div>
    ${badges(data)} ${who(data)}
    <ul class="lines">
      ${order.lines.map(
        ({name, quantity}) => html`<li><b>${quantity} ×</b> <span>${name}</span></li>`,
      )}
    </ul>
    ${order.note ? html`<p class="order-note"><b>${messages.noteLabel}</b> ${order.note}</p>` : nothing}
    <p class="sum">
      <b>${formatCents(order.total, data.language)}</b>
      <span>${paymentOf(order, data)}</span>
    </p>
    ${failureOf(data, actions)} ${data.refusal ?? steps(data, actions)} ${foot(data, actions)}
  </li>`;
}

function badges(data: CardData): TemplateResult | typeof nothing {
  const {order, messages, language, timeZone} = data;
  const arrived =
    order.arrivedAt &&
    messages.arrivedAt(formatTime(new Date(order.arrivedAt), language, timeZone));
  const left = countdown(data);
  const isOver = !NEXT[order.state];
  const isLate = order.state === 'ready' && Date.parse(order.slot.endsAt) < data.now.getTime();
  const otherDay = dayOf(order, data, data);
  const reserved = order.contract === 'reservation';
  if (!arrived && !left && !isOver && !reserved && !isLate && !otherDay) return nothing;
  return html`<p class="badges">
    ${arrived && !isOver ? html`<span class="badge here">${icon(PIN)} ${arrived}</span>` : nothing}
    ${otherDay ? html`<span class="badge day-badge">${otherDay}</span>` : nothing}
    ${left ?? nothing}
    ${isOver ? html`<span class="badge">${messages.states[order.state]}</span>` : nothing}
    ${isLate ? html`<span class="badge">${messages.late}</span>` : nothing}
    ${reserved ? html`<span class="badge">${messages.reservation}</span>` : nothing}
  </p>`;
}

/** How long it may still be accepted: as minutes when that is near, as a time when it is not. */
function countdown(data: CardData): TemplateResult | undefined {
  const {order, messages, language, timeZone} = data;
  const left = minutesLeft(order, data.now);
  if (left === undefined || !order.acceptBy) return undefined;
  if (left < 0) return html`<span class="badge urgent">${messages.expiredNow}</span>`;
  const at = formatTime(new Date(order.acceptBy), language, timeZone);
  return left >= 60
    ? html`<span class="badge">${messages.expiresAt(at)}</span>`
    : html`<span class=${left < SOON ? 'badge urgent' : 'badge'}
        >${messages.expiresIn(left)}</span
      >`;
}

function who({order, messages}: CardData): TemplateResult {
  const {contact, mode, vehicle} = order;
  const phone = telUrl(contact?.telephone);
  const mail = mailUrl(contact?.email);
  const address = addressOf(order);
  return html`<div class="who">
    <p>
      <b>${contact?.name ?? messages.erased}</b>
      <span class="mode">${messages.modes[mode]}</span>
    </p>
    ${vehicle ? html`<p>${messages.vehicle(vehicle)}</p>` : nothing}
    ${address ? html`<p>${address}</p>` : nothing}
    ${
      phone
        ? html`<a class="reach" href=${phone} aria-label=${messages.call(contact!.telephone!)}
            >${icon(PHONE)} ${contact!.telephone}</a
          >`
        : nothing
    }
    ${
      mail
        ? html`<a class="reach" href=${mail} aria-label=${messages.write(contact!.email!)}
            >${icon(MAIL)} <span>${contact!.email}</span></a
          >`
        : nothing
    }
  </div>`;
}

function failureOf(
  {failure, messages, order, sentenceOf}: CardData,
  {retry}: CardActions,
): TemplateResult | typeof nothing {
  if (!failure) return nothing;
  return html`<div class="problem" role="alert">
    <p>${messages.changeFailed(order.code)} ${sentenceOf(failure.error)}</p>
    ${
      failure.error.isPassing
        ? html`<button class="button" type="button" @click=${retry}>${messages.retry}</button>`
        : nothing
    }
  </div>`;
}

function steps(data: CardData, {change, refuse}: CardActions): TemplateResult {
  const {order, messages, isBusy, now} = data;
  const allowed = nextStates(order.state, 'shop');
  const next = NEXT[order.state];
  const words = {accepted: messages.accept, ready: messages.makeReady, collected: messages.collect};
  const refusal = refusalOf(order);
  const refusalWords = refusal === 'refused' ? messages.refuse : messages.callOff;
  const isOverdue = Date.parse(order.slot.endsAt) < now.getTime();
  return html`<div class="steps">
    ${
      next && allowed.includes(next)
        ? html`<button
            class="button primary next"
            type="button"
            aria-disabled=${isBusy ? 'true' : 'false'}
            aria-label="${words[next as keyof typeof words]}, ${messages.orderTitle(order.code)}"
            @click=${(event: Event) => change(next, event)}
          >
            ${words[next as keyof typeof words]}
          </button>`
        : nothing
    }
    ${
      refusal
        ? html`<button
            class=${refusal === 'refused' ? 'button refuse' : 'button quiet refuse'}
            type="button"
            aria-label="${refusalWords} ${messages.orderTitle(order.code)}"
            @click=${refuse}
          >
            ${refusalWords}
          </button>`
        : nothing
    }
    ${
      isOverdue && allowed.includes('no-show')
        ? html`<button
            class="button"
            type="button"
            aria-label="${messages.noShow}, ${messages.orderTitle(order.code)}"
            @click=${(event: Event) => change('no-show', event)}
          >
            ${messages.noShow}
          </button>`
        : nothing
    }
  </div>`;
}

/** What is needed now and then: what happened to it, and a ticket. */
function foot(data: CardData, {print}: CardActions): TemplateResult {
  const {order, messages} = data;
  return html`<div class="foot">
    <details class="history">
      <summary>${messages.history}</summary>
      <ul>
        ${historyOf(order, data, data).map(line => html`<li>${line}</li>`)}
      </ul>
    </details>
    <button
      class="button quiet ticket"
      type="button"
      aria-label="${messages.ticket}, ${messages.orderTitle(order.code)}"
      @click=${print}
    >
      ${icon(PRINTER)} ${messages.ticket}
    </button>
  </div>`;
}
