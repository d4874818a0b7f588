import {formatTime} from '@local-widgets/core';
import type {LoggedMessage} from '@local-widgets/model';
import type {ChatImage} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Words} from '../../state/desk-owner.js';
import {icon, CHECK, CHECKS} from '../../templates/icons.js';
import {linkedText} from '../../templates/linked-text.js';
import {viaMark} from '../via-mark.js';
import type {SentState} from './log-items.js';

export interface MessageData extends Words {
  readonly logged: LoggedMessage;
  readonly author: string;
  /** Somebody of the shop wrote it. */
  readonly isOurs: boolean;
  /** Who looks has written it. */
  readonly isOwn: boolean;
  /** Its author's name is shown. */
  readonly isFirst: boolean;
  /** The one tab stop of the log is here. */
  readonly isStop: boolean;
  /** How far it has come, where that is told. */
  readonly state: SentState | undefined;
  readonly timeZone: string;
  readonly imageUrl: (id: string) => string;
  /** The button for what can be done with it. */
  readonly menu: unknown;
  /** What can be done with it, below. */
  readonly actions: unknown;
}

/** One message: who and when, what, and how far it has come. */
export function messageTemplate(data: MessageData): TemplateResult {
  const {logged, messages, author, isOurs, isOwn, isFirst, isStop, timeZone, language} = data;
  const {message, at, isHeld, deletedBy} = logged;
  const time = formatTime(new Date(at), language, timeZone);
  return html`<li
    id="message-${message.id}"
    class="message"
    ?data-ours=${isOurs}
    ?data-first=${isFirst}
    ?data-held=${isHeld}
    ?data-deleted=${deletedBy !== undefined}
    aria-live=${isOwn ? 'off' : nothing}
    tabindex=${isStop ? 0 : -1}
  >
    <p class=${isFirst ? 'by' : 'by visually-hidden'}><b>${author}</b></p>
    ${
      isHeld && !deletedBy
        ? html`<p><span class="badge urgent">${messages.held}</span></p>`
        : nothing
    }
    <div class="bubble-row">
      <div class="bubble">
        ${deletedBy ? gone(data) : said(data)}
        <p class="at">${viaMark(message.via, messages)}<time datetime=${at}>${time}</time></p>
      </div>
      ${data.menu}
    </div>
    ${stateOf(data)} ${data.actions}
  </li>`;
}

function said({logged, messages, imageUrl, author}: MessageData): TemplateResult {
  const {text, image} = logged.message;
  return html`${
    image
      ? picture(image, imageUrl(image.id), messages.openPhoto, messages.photoBy(author))
      : nothing
  }
  ${text ? html`<p class="said">${linkedText(text)}</p>` : nothing}`;
}

function picture(
  {width, height, alt}: ChatImage,
  url: string,
  open: string,
  plainAlt: string,
): TemplateResult {
  return html`<a class="picture" href=${url} target="_blank" rel="noopener" title=${open}>
    <img src=${url} width=${width} height=${height} alt=${alt ?? plainAlt} loading="lazy" />
  </a>`;
}

function gone({logged, messages}: MessageData): TemplateResult {
  const {deletedBy, reason} = logged;
  return html`<p class="said">
    <i>${messages.deletedBy[deletedBy ?? 'hub']}</i>
    ${reason ? html`<br />${messages.reasonShown(reason)}` : nothing}
  </p>`;
}

function stateOf({state, messages}: MessageData): TemplateResult | typeof nothing {
  if (!state) return nothing;
  const words = {
    sent: messages.stateSent,
    delivered: messages.stateDelivered,
    read: messages.stateRead,
  }[state];
  return html`<p class="sent-state" data-state=${state}>
    ${icon(state === 'sent' ? CHECK : CHECKS)} ${words}
  </p>`;
}
