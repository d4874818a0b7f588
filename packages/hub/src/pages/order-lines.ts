import {isFinal} from '@local-widgets/model';
import {html, type Markup} from './html.js';
import type {OrderParts} from './order-view.js';

/** What was ordered, what it costs, and how it is paid. */
export function linesSection({order, words, format, token}: OrderParts): Markup {
  const {payment, deliveryFee} = order;
  const isOpen = payment.status === 'pending' || payment.status === 'failed';
  const isPayable = payment.means === 'online' && isOpen && !isFinal(order.state);
  return html`<section aria-labelledby="lines">
    <h2 id="lines">${words.order.lines}</h2>
    <div class="lines" role="group" aria-labelledby="lines" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.order.product}</th>
            <th scope="col" class="number">${words.order.quantity}</th>
            <th scope="col" class="number unit-price">${words.order.price}</th>
            <th scope="col" class="number">${words.order.sum}</th>
          </tr>
        </thead>
        <tbody>
          ${order.lines.map(
            line =>
              html`<tr>
                <th scope="row">${line.name}</th>
                <td class="number">${line.quantity}</td>
                <td class="number unit-price">${format.money(line.price)}</td>
                <td class="number">${format.money(line.total)}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          ${deliveryFee !== undefined && sumRow(words.order.fee, format.money(deliveryFee))}
          ${sumRow(words.order.total, format.money(order.total), 'total')}
        </tfoot>
      </table>
    </div>
    <p>
      ${words.order.payment}${words.colon}${words.means[payment.means]}.
      <strong>${words.paymentStatus[payment.status]}</strong>
    </p>
    ${order.contract === 'reservation' && html`<p>${words.reservationHint}</p>`}
    ${isPayable && html`<p><a class="button" href="/o/${token}/pay">${words.pay}</a></p>`}
  </section>`;
}

/** The name goes over the columns that a narrow screen leaves out as well. */
function sumRow(name: string, sum: string, className = ''): Markup {
  return html`<tr class="${className}">
    <th scope="row">${name}</th>
    <td></td>
    <td class="unit-price"></td>
    <td class="number">${sum}</td>
  </tr>`;
}
