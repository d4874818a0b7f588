import {canGo, isFinal, LEGAL_WORDING, mayWithdraw} from '@local-widgets/model';
import {field} from './field.js';
import {html, type Markup} from './html.js';
import {layout} from './layout.js';
import {orderFormat} from './order-format.js';
import type {OrderParts, OrderView} from './order-view.js';
import {pageWords} from './page-words.js';
import type {PersonForm} from './person-form.js';

/** What the customer can do with the order now; nothing when there is nothing. */
export function orderActions(parts: OrderParts): Markup | false {
  const actions = [arriveAction(parts), cancelAction(parts), withdrawAction(parts)];
  if (actions.every(action => action === false)) return false;
  return html`<section class="actions" aria-labelledby="actions">
    <h2 id="actions">${parts.words.order.actions}</h2>
    ${actions}
  </section>`;
}

/** Whether the customer may still cancel alone. */
function canCancel({order, now}: Pick<OrderView, 'order' | 'now'>): boolean {
  const {state, cancelUntil} = order;
  const isInTime = cancelUntil !== undefined && now.getTime() <= Date.parse(cancelUntil);
  return isInTime && canGo(state, 'cancelled', 'customer');
}

function arriveAction({order, words, format, token}: OrderParts): Markup | false {
  if (order.mode !== 'drive' || isFinal(order.state)) return false;
  if (order.arrivedAt !== undefined) {
    return html`<p>${words.arrive.done(format.time(order.arrivedAt))}</p>`;
  }
  return html`<form method="post" action="/o/${token}/arrive">
    <button>${words.arrive.button}</button>
  </form>`;
}

function cancelAction({order, now, words, format, token}: OrderParts): Markup | false {
  return (
    canCancel({order, now}) &&
    html`<p>
      <a href="/o/${token}/cancel">${words.cancel.link}</a>
      <span class="soft">${words.cancel.until(format.moment(order.cancelUntil!))}</span>
    </p>`
  );
}

function withdrawAction(parts: OrderParts): Markup | false {
  const {order, words, format, token} = parts;
  return (
    canWithdraw(parts) &&
    html`<p>
      <a href="/o/${token}/withdraw">${LEGAL_WORDING[order.language].withdraw}</a>
      <span class="soft">${words.withdraw.until(format.moment(order.withdrawUntil!))}</span>
    </p>`
  );
}

/** Whether the page offers the way out of the contract. */
function canWithdraw({
  order,
  now,
  withdrawnAt,
}: Pick<OrderView, 'order' | 'now' | 'withdrawnAt'>): boolean {
  return withdrawnAt === undefined && mayWithdraw(order, now);
}

/** Asks once more before the order is cancelled. */
export function cancelPage({order, shop, token}: OrderView): Markup {
  const words = pageWords(order.language);
  return layout({
    words,
    title: words.cancel.title,
    of: shop.name,
    content: html`<p>${words.order.title(order.code)} ${words.order.at(shop.name)}</p>
      <p>${words.cancel.explain}</p>
      <form method="post">
        <div class="field">
          <label for="reason">${words.cancel.reason}</label>
          <input id="reason" name="reason" maxlength="300" autocomplete="off" />
        </div>
        <button class="danger">${words.cancel.confirm}</button>
      </form>
      <p><a href="/o/${token}">${words.back}</a></p>`,
  });
}

/** The declaration of withdrawal: who, from which contract, and where the acknowledgement goes. */
export function withdrawPage(view: OrderView, form: PersonForm): Markup {
  const {order, shop, token} = view;
  const words = pageWords(order.language);
  const format = orderFormat(order);
  const legal = LEGAL_WORDING[order.language];
  const {name, email} = form.problems ?? {};
  return layout({
    words,
    title: words.withdraw.title,
    of: shop.name,
    content: html`<p>${words.withdraw.explain(order.code, shop.name)}</p>
      <ul>
        ${order.lines.map(line => html`<li>${line.quantity} × ${line.name}</li>`)}
      </ul>
      <p>
        ${words.order.total}${words.colon}${format.money(order.total)}.
        ${words.withdraw.until(format.moment(order.withdrawUntil!))}
      </p>
      <form method="post" novalidate>
        ${field({
          id: 'name',
          label: words.withdraw.name,
          value: form.name,
          problem: name,
          autocomplete: 'name',
        })}
        ${field({
          id: 'email',
          label: words.withdraw.email,
          value: form.email,
          problem: email,
          autocomplete: 'email',
          type: 'email',
        })}
        <button class="danger">${legal.confirmWithdrawal}</button>
      </form>
      <p><a href="/o/${token}">${words.back}</a></p>`,
  });
}

/** Explains what is erased and what stays, and asks once more. */
export function erasePage({order, shop, token}: OrderView): Markup {
  const words = pageWords(order.language);
  return layout({
    words,
    title: words.data.eraseTitle,
    of: shop.name,
    content: html`<p>${words.order.title(order.code)} ${words.order.at(shop.name)}</p>
      <p>${words.data.eraseExplain}</p>
      <form method="post"><button class="danger">${words.data.eraseConfirm}</button></form>
      <p><a href="/o/${token}">${words.back}</a></p>`,
  });
}
