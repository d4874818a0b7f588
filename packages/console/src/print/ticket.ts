import {formatCents} from '@local-widgets/model';
import type {Order} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {addressOf, paymentOf, whenOf} from '../orders/order-facts.js';
import type {DeskOwner} from '../state/desk-owner.js';

/** One ticket per order, for printers with a roll of 80 mm. */
export function tickets(orders: readonly Order[], owner: DeskOwner): TemplateResult {
  return html`${orders.map(order => ticket(order, owner))}`;
}

function ticket(order: Order, owner: DeskOwner): TemplateResult {
  const words = owner.words();
  const {messages, language} = words;
  const moment = {timeZone: owner.timeZone, now: owner.now(), today: owner.today()};
  const address = addressOf(order);
  return html`<article class="ticket-paper">
    <p class="shop">${owner.profile?.name ?? ''}</p>
    <p class="code">${order.code}</p>
    <p class="pickup">${messages.modes[order.mode]} · ${whenOf(order, moment, words)}</p>
    <p><b>${order.contact?.name ?? messages.erased}</b></p>
    ${order.contact?.telephone ? html`<p>${order.contact.telephone}</p>` : nothing}
    ${order.vehicle ? html`<p>${messages.vehicle(order.vehicle)}</p>` : nothing}
    ${address ? html`<p>${address}</p>` : nothing}
    <table>
      <tbody>
        ${order.lines.map(
          line =>
            html`<tr>
              <td>${line.quantity} ×</td>
              <td>${line.name}</td>
              <td>${formatCents(line.total, language)}</td>
            </tr>`,
        )}
        ${
          order.deliveryFee === undefined
            ? nothing
            : html`<tr>
                <td></td>
                <td>${messages.deliveryFee}</td>
                <td>${formatCents(order.deliveryFee, language)}</td>
              </tr>`
        }
      </tbody>
      <tfoot>
        <tr>
          <td></td>
          <th scope="row">${messages.total}</th>
          <td>${formatCents(order.total, language)}</td>
        </tr>
      </tfoot>
    </table>
    <p>${paymentOf(order, words)}</p>
    ${order.note ? html`<p class="order-note">${messages.noteLabel} ${order.note}</p>` : nothing}
  </article>`;
}
