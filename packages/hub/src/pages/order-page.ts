import {isFinal} from '@local-widgets/model';
import {html, telephoneLink, webLink, type Markup} from './html.js';
import {layout} from './layout.js';
import {orderActions} from './order-actions.js';
import {orderFormat} from './order-format.js';
import {linesSection} from './order-lines.js';
import type {OrderParts, OrderView} from './order-view.js';
import {pageWords} from './page-words.js';

/** The customer's page: all that the law wants told, and all that can be done, without JavaScript. */
export function orderPage(view: OrderView): Markup {
  const {order, shop} = view;
  const words = pageWords(order.language);
  const parts: OrderParts = {...view, words, format: orderFormat(order)};
  return layout({
    words,
    title: words.order.title(order.code),
    of: shop.name,
    content: html`<p class="soft">${words.order.at(shop.name)}</p>
      ${doneNotice(parts)} ${stateSection(parts)} ${slotSection(parts)} ${linesSection(parts)}
      ${orderActions(parts)} ${shopSection(parts)} ${dataSection(parts)} ${historySection(parts)}`,
  });
}

function doneNotice({done, words, format, order, withdrawnAt}: OrderParts): Markup | false {
  const texts = {
    cancel: order.state === 'cancelled' && words.cancel.done,
    withdraw: withdrawnAt !== undefined && words.withdraw.done(format.moment(withdrawnAt)),
    erase: order.contact === undefined && words.data.eraseDone,
    arrive: order.arrivedAt !== undefined && words.arrive.done(format.time(order.arrivedAt)),
  };
  const text = done !== undefined && texts[done];
  return text !== false && html`<p class="notice" role="status">${text}</p>`;
}

function stateSection({order, words, format, withdrawnAt, done}: OrderParts): Markup {
  const {state, acceptBy} = order;
  const isWaiting = state === 'received' && acceptBy !== undefined;
  return html`<section aria-labelledby="state">
    <h2 class="state" id="state">${words.state[state]}</h2>
    <p>${words.stateHint[state]}</p>
    ${isWaiting && html`<p>${words.order.acceptBy(format.moment(acceptBy))}</p>`}
    ${
      withdrawnAt !== undefined &&
      done !== 'withdraw' &&
      html`<p>${words.withdraw.done(format.moment(withdrawnAt))}</p>`
    }
    ${
      !isFinal(state) &&
      html`<p>
        ${words.order.code} <strong class="code">${order.code}</strong>
        <span class="soft">${words.order.codeHint}</span>
      </p>`
    }
  </section>`;
}

function slotSection({order, shop, words, format, token}: OrderParts): Markup {
  const {slot, mode, address, vehicle, note, timeZone} = order;
  const instructions = shop.pickup.find(rules => rules.mode === mode)?.instructions;
  const when = words.order.between(
    format.day(slot.startsAt),
    format.time(slot.startsAt),
    format.time(slot.endsAt),
  );
  const place = address && [address.streetAddress, address.postalCode, address.addressLocality];
  return html`<section aria-labelledby="slot">
    <h2 id="slot">${words.order.slot[mode]}</h2>
    <p><strong>${when}</strong> <span class="soft">${words.order.localTime(timeZone)}</span></p>
    ${instructions !== undefined && html`<p>${words.order.instructions}${words.colon}${instructions}</p>`}
    ${place && html`<p>${words.order.address}${words.colon}${place.filter(Boolean).join(', ')}</p>`}
    ${vehicle !== undefined && html`<p>${words.order.vehicle}${words.colon}${vehicle}</p>`}
    ${note !== undefined && html`<p>${words.order.note}${words.colon}${note}</p>`}
    ${
      !isFinal(order.state) &&
      html`<p><a href="/api/orders/${token}/calendar.ics">${words.order.calendar}</a></p>`
    }
  </section>`;
}

function shopSection({shop, words}: OrderParts): Markup {
  const {name, address, telephone, email, legal} = shop;
  const call = telephoneLink(telephone);
  const place = [address?.streetAddress, address?.postalCode, address?.addressLocality];
  const site = webLink(shop.url);
  const terms = webLink(legal?.termsUrl);
  const mediator = webLink(legal?.mediator?.url);
  return html`<section aria-labelledby="shop">
    <h2 id="shop">${words.order.shop}</h2>
    <address>
      <p><strong>${name}</strong><br />${place.filter(Boolean).join(' ')}</p>
      ${
        telephone !== undefined &&
        html`<p>
          ${
            call === undefined
              ? telephone
              : html`<a href="${call}">${words.order.call(telephone)}</a>`
          }
        </p>`
      }
      ${
        email !== undefined &&
        html`<p><a href="mailto:${email}">${words.order.write(email)}</a></p>`
      }
      ${site !== undefined && html`<p><a href="${site}">${words.order.site}</a></p>`}
    </address>
    ${legal && html`<p class="soft">${legal.legalName}, ${words.order.siret(legal.siret)}</p>`}
    ${terms !== undefined && html`<p><a href="${terms}">${words.order.terms}</a></p>`}
    ${
      mediator !== undefined &&
      html`<p><a href="${mediator}">${words.order.mediator(legal!.mediator!.name)}</a></p>`
    }
  </section>`;
}

function dataSection({order, words, token}: OrderParts): Markup {
  const {contact} = order;
  const known = contact && [contact.name, contact.email, contact.telephone].filter(Boolean);
  return html`<section aria-labelledby="data">
    <h2 id="data">${words.data.title}</h2>
    <p>${known ? `${words.order.contact}${words.colon}${known.join(', ')}` : words.order.erased}</p>
    <ul>
      <li><a href="/api/orders/${token}/export">${words.data.export}</a></li>
      ${
        known &&
        html`<li>
          ${
            isFinal(order.state)
              ? html`<a href="/o/${token}/erase">${words.data.erase}</a>`
              : html`${words.data.erase}${words.colon}${words.data.eraseOpen}`
          }
        </li>`
      }
    </ul>
    ${known && html`<p class="soft">${words.data.automatic}</p>`}
  </section>`;
}

function historySection({order, words, format}: OrderParts): Markup {
  return html`<section aria-labelledby="history">
    <h2 id="history">${words.order.history}</h2>
    <ol class="plain">
      ${order.history.map(
        ({state, at, reason}) =>
          html`<li>
            <time datetime="${at}">${format.moment(at)}</time>${words.colon}${words.state[state]}
            ${reason !== undefined && html`<br />${words.order.reason(reason)}`}
          </li>`,
      )}
    </ol>
  </section>`;
}
