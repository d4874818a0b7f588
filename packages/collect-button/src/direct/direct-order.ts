import {mailUrl, telUrl, type LocalElement} from '@local-widgets/core';
import {basketTotal} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Checkout} from '../dialog/checkout.js';
import type {Words} from '../dialog/words.js';
import {orderText, type DirectWish} from './order-text.js';

/** The step for a checkout of the moment. */
export type DirectOrder = (checkout: Checkout, words: Words) => TemplateResult;

/** An order that a person makes themselves, by phone or e-mail: never a dead end. */
export function directOrder(host: LocalElement): DirectOrder {
  const wish: {-readonly [K in keyof DirectWish]: DirectWish[K]} = {text: '', name: '', when: ''};
  let copied: boolean | undefined;

  const write =
    (name: keyof DirectWish) =>
    ({currentTarget}: Event): void => {
      wish[name] = (currentTarget as HTMLInputElement).value;
      copied = undefined;
      host.requestUpdate();
    };
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      copied = true;
    } catch {
      // not over HTTPS, or not allowed
      copied = false;
    }
    host.requestUpdate();
  };

  return (checkout, words) => {
    const {messages} = words;
    const {phase, reach, isOnline} = checkout;
    const total = directTotal(checkout);
    const text = orderText(total, wish, words);
    const tel = telUrl(reach.phone);
    const mail = mailUrl(reach.email);
    const query = new URLSearchParams({subject: messages.mailSubject(reach.name), body: text});
    // mail programs read a plus sign as such (RFC 6068)
    const href = `${mail}?${query.toString().replace(/\+/g, '%20').replace(/%0A/g, '%0D%0A')}`;
    const isBack = checkout.products.length > 0 || isOnline;
    return html`${
        phase === 'failed'
          ? html`<p class="notice" role="alert">${messages.unreachable}</p>
              <button class="button" type="button" @click=${() => checkout.load()}>
                ${messages.retry}
              </button>`
          : nothing
      }
      <p>${tel || mail ? messages.directHint : messages.noContact}</p>
      ${tel ? html`<p><a class="button primary" href=${tel}>${messages.callShop(reach.phone!)}</a></p>` : nothing}
      ${
        mail || tel
          ? html`${total.lines.length > 0 ? nothing : entry('text', messages.whatYouWant, wish.text, write('text'))}
              ${entry('yourName', messages.yourName, wish.name, write('name'), 'name')}
              ${entry('wish', messages.wish, wish.when, write('when'), 'off', messages.wishHint)}
              <p class="label" id="list-label">${messages.yourList}</p>
              <pre class="letter" tabindex="0" role="region" aria-labelledby="list-label">
${text}</pre>
              <p class="buttons">
                ${mail ? html`<a class="button" href=${href}>${messages.mailShop}</a>` : nothing}
                <button class="button" type="button" @click=${() => copy(text)}>
                  ${messages.copyList}
                </button>
                <span role="status"
                  >${copied === undefined ? nothing : copied ? messages.copied : messages.copyFailed}</span
                >
              </p>`
          : nothing
      }
      <slot></slot>
      ${
        isBack
          ? html`<button class="button quiet" type="button" @click=${() => checkout.go('basket')}>
              ${messages.back}
            </button>`
          : nothing
      }`;
  };
}

/** The list with what the page knows of it; without any catalogue the ids are the names. */
function directTotal({products, checked, needs}: Checkout): ReturnType<typeof basketTotal> {
  if (products.length > 0) return basketTotal(checked.items);
  const {lines} = needs.shared.basket;
  return {
    total: 0,
    lines: lines.map(({product, quantity}) => ({
      ...{product, name: product, quantity},
      ...{price: 0, vatRate: 0, total: 0},
    })),
  };
}

function entry(
  id: string,
  label: string,
  value: string,
  write: (event: Event) => void,
  autocomplete: AutoFill = 'off',
  hint = '',
): TemplateResult {
  return html`<div class="entry">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="muted small" id="${id}-hint">${hint}</p>` : nothing}
    <input
      class="field"
      id=${id}
      maxlength="300"
      autocomplete=${autocomplete}
      aria-describedby=${hint ? `${id}-hint` : nothing}
      .value=${value}
      @input=${write}
    />
  </div>`;
}
