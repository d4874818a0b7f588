import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';
import {countIn} from '../words/counts.js';
import type {Subscription} from './subscriptions.js';

export interface ShareData {
  /** How many events are shown. */
  readonly count: number;
  /** Whether the device has its own ways of sharing. */
  readonly canShare: boolean;
  readonly subscriptions: readonly Subscription[];
  /** What happened last. */
  readonly status: string;
  /** Text that only a person can copy. */
  readonly byHand: string | undefined;
}

export interface ShareActions {
  link(): void;
  copy(subscription: Subscription): void;
  file(): void;
  print(): void;
}

export function sharePanelTemplate(
  data: ShareData,
  {messages, language}: ViewContext<Messages>,
  actions: ShareActions,
): TemplateResult {
  const {count, canShare, subscriptions, status, byHand} = data;
  return html`<fieldset>
      <legend>${messages.share}</legend>
      ${button(canShare ? messages.shareLink : messages.copyLink, () => actions.link())}
    </fieldset>
    ${
      subscriptions.length > 0
        ? html`<fieldset>
            <legend>${messages.subscribe}</legend>
            <p class="meta">${messages.subscribeHint}</p>
            ${subscriptions.map(
              each =>
                html`<a class="button" href=${each.url.replace(/^https?:/, 'webcal:')}>
                    ${nameOf(each, messages)}
                  </a>
                  ${button(messages.copySubscription, () => actions.copy(each))}`,
            )}
          </fieldset>`
        : nothing
    }
    ${
      count > 0
        ? html`<fieldset>
            <legend>${messages.take}</legend>
            ${button(messages.download(count, countIn(count, language)), () => actions.file())}
            ${button(messages.print, () => actions.print())}
          </fieldset>`
        : html`<p>${messages.nothingToShare}</p>`
    }
    <p role="status">${status}</p>
    ${
      byHand === undefined
        ? nothing
        : html`<textarea
            class="field by-hand"
            readonly
            rows="3"
            aria-label=${messages.toCopy}
            .value=${byHand}
          ></textarea>`
    }`;
}

function nameOf({name, isFiltered}: Subscription, messages: Messages): string {
  if (isFiltered) return messages.subscribeToFilter;
  return name ? messages.subscribeTo(name) : messages.subscribeToAll;
}

function button(label: string, press: () => void): TemplateResult {
  return html`<button class="button" type="button" @click=${press}>${label}</button>`;
}
