import {formatCents} from '@local-widgets/model';
import type {Order} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {fullDay} from '../format/days.js';
import {addressOf, paymentOf, whenOf} from '../orders/order-facts.js';
import type {DeskOwner} from '../state/desk-owner.js';

/** The orders that are open, on A4: one below the other, none cut in two. */
export function ordersPaper(orders: readonly Order[], owner: DeskOwner): TemplateResult {
  const words = owner.words();
  const {messages, language} = words;
  const today = owner.today();
  const moment = {timeZone: owner.timeZone, now: owner.now(), today};
  return html`<article class="sheet">
    <h1>${owner.profile?.name ?? ''}</h1>
    <p>${messages.ordersOn(fullDay(today, language))} · ${messages.orderCount(orders.length)}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${messages.toCollect}</th>
          <th scope="col">${messages.code}</th>
          <th scope="col">${messages.product}</th>
          <th scope="col">${messages.total}</th>
        </tr>
      </thead>
      <tbody>
        ${orders.map(
          order =>
            html`<tr>
              <td>
                <b>${whenOf(order, moment, words)}</b><br />${messages.modes[order.mode]}
                ${addressOf(order)}
              </td>
              <td>
                <b class="code">${order.code}</b><br />${order.contact?.name ?? messages.erased}
                ${order.contact?.telephone ? html`<br /><span class="nowrap">${order.contact.telephone}</span>` : nothing}
              </td>
              <td>
                ${order.lines.map(line => html`<p>${line.quantity} × ${line.name}</p>`)}
                ${order.note ? html`<p class="order-note">${order.note}</p>` : nothing}
              </td>
              <td>${formatCents(order.total, language)}<br />${paymentOf(order, words)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </article>`;
}
