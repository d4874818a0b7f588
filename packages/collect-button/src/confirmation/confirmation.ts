import {formatTime, telUrl, webUrl, type LocalElement} from '@local-widgets/core';
import {formatCents} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Placed} from '../back-ends/port.js';
import type {Checkout} from '../dialog/checkout.js';
import {slotName} from '../dialog/when.js';
import type {Words} from '../dialog/words.js';
import {qrCode} from './qr-code.js';

/** The step for a checkout of the moment. */
export type Confirmation = (checkout: Checkout, words: Words) => TemplateResult;

/** Milliseconds for which what the hub said of an order is good enough. */
const FRESH = 30_000;

/** What one needs from now on: the code, the time, and a way back to the order. */
export function confirmation(host: LocalElement): Confirmation {
  let asked: {readonly code: string; readonly at: number} | undefined;
  let arrival: 'sending' | 'failed' | undefined;

  /** Whenever one looks again, as its state may be another by now. */
  const refresh = async (checkout: Checkout, placed: Placed): Promise<void> => {
    const {code} = placed;
    const at = checkout.now.getTime();
    if (asked?.code === code && at - asked.at < FRESH) return;
    asked = {code, at};
    const fresh = await checkout.needs.backEnd?.follow?.(placed).catch(() => undefined);
    if (fresh && checkout.placed?.code === code) checkout.updatePlaced(fresh);
  };
  const arrive = async (checkout: Checkout, placed: Placed): Promise<void> => {
    arrival = 'sending';
    host.requestUpdate();
    try {
      const fresh = await checkout.needs.backEnd?.arrive?.(placed);
      if (fresh) checkout.updatePlaced(fresh);
      arrival = undefined;
    } catch {
      arrival = 'failed';
    }
    host.requestUpdate();
  };

  return (checkout, words) => {
    const placed = checkout.placed!;
    const {messages, language} = words;
    void refresh(checkout, placed);
    const {code, state, startsAt, endsAt, timeZone, total, mode, contract} = placed;
    const time = {timeZone, now: checkout.now, messages, language};
    const url = webUrl(placed.url);
    const {phone} = checkout.reach;
    const tel = telUrl(phone);
    const links: [href: string | undefined, text: string, kind: string][] = [
      [webUrl(placed.paymentUrl), messages.pay, 'primary'],
      [url, messages.followLink, 'window'],
      [webUrl(placed.calendarUrl), messages.calendar, ''],
      [tel, phone ? messages.call(phone) : '', ''],
    ];
    return html`<div class="ticket">
        <p class="label">${messages.yourCode}</p>
        <p class="code" lang="zxx">${code}</p>
        <p>${messages.sayCode}</p>
        ${
          startsAt && endsAt
            ? html`<p>
                <b>${messages.labelled(messages.mode(mode), slotName({startsAt, endsAt}, time))}</b>
              </p>`
            : nothing
        }
        <p>${messages.labelled(messages.total, formatCents(total, language))}</p>
        ${contract === 'reservation' ? html`<p class="small">${messages.reservation}</p>` : nothing}
        <p role="status">${state ? messages.state(state) : nothing}</p>
      </div>
      ${
        mode === 'drive' && (state === 'accepted' || state === 'ready')
          ? arrivalTemplate({placed, arrival, time: {timeZone, language}}, messages, () => {
              void arrive(checkout, placed);
            })
          : nothing
      }
      <p class="buttons">
        ${links.map(([href, text, kind]) =>
          href
            ? html`<a
                class="button ${kind}"
                href=${href}
                target=${kind === 'window' ? '_blank' : nothing}
                rel="noopener"
                >${text}${kind === 'window' ? html`<span class="visually-hidden">${messages.newWindow}</span>` : nothing}</a
              >`
            : nothing,
        )}
      </p>
      ${
        url
          ? html`<figure class="share">
              ${qrCode(url, messages.qr(code))}
              <figcaption class="muted small">${messages.qrHint}</figcaption>
            </figure>`
          : nothing
      }
      <p class="buttons">
        <button class="button quiet" type="button" @click=${() => checkout.startAnew()}>
          ${messages.anotherOrder}
        </button>
      </p>`;
  };
}

interface ArrivalData {
  readonly placed: Placed;
  readonly arrival: 'sending' | 'failed' | undefined;
  readonly time: {readonly timeZone: string; readonly language: string};
}

/** "I am here", for those who wait in their car. */
function arrivalTemplate(
  {placed: {arrivedAt}, arrival, time}: ArrivalData,
  messages: Words['messages'],
  arrive: () => void,
): TemplateResult {
  if (arrivedAt) {
    const at = formatTime(new Date(arrivedAt), time.language, time.timeZone);
    return html`<p class="good" role="status">${messages.arrivedAt(at)}</p>`;
  }
  return html`<div class="arrival">
    <p>${messages.arrivedHint}</p>
    <button
      class="button primary"
      type="button"
      aria-disabled=${arrival === 'sending' ? 'true' : 'false'}
      @click=${() => (arrival === 'sending' ? undefined : arrive())}
    >
      ${messages.arrived}
    </button>
    ${arrival === 'failed' ? html`<p class="error" role="alert">${messages.arriveFailed}</p>` : nothing}
  </div>`;
}
