import {formatDate, formatTime, formatWeekday, isoDateIn} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {ShownMessage} from '../client/room-client.js';
import {icon} from '../frame/icon.js';
import type {Messages, Words} from '../locales/index.js';
import {linkedText} from './linked-text.js';

/** What a person can do with a message. */
export interface MessageDeeds {
  retry(id: string): void;
  discard(id: string): void;
  /** Asks whether it is meant. */
  ask(id: string): void;
  takeBack(id: string): void;
  /** Only in rooms where neighbours meet. */
  readonly report?: ((message: ShownMessage) => void) | undefined;
  enlarge(message: ShownMessage): void;
}

export interface RowsView {
  readonly now: Date;
  /** Name of the shop, for messages without one. */
  readonly shopName: string;
  /** The message of which it is asked whether it should go. */
  readonly asked: string;
  readonly deeds: MessageDeeds;
}

/** Milliseconds between two messages of one person that stand together. */
const TOGETHER = 5 * 60_000;
const DAY = 24 * 3_600_000;

/** The messages as items of a list, with a line for each day. Times are those of the device. */
export function messageRows(
  messages: readonly ShownMessage[],
  view: RowsView,
  words: Words,
): unknown {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const dayOf = (at: string): string => isoDateIn(new Date(at), zone);
  const last = messages.filter(({isMine, state}) => isMine && state !== 'failed').at(-1);
  const rows = messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const day = dayOf(message.at);
    const isNewDay = !before || dayOf(before.at) !== day;
    const isTogether =
      !isNewDay &&
      before.isMine === message.isMine &&
      before.author?.id === message.author?.id &&
      Date.parse(message.at) - Date.parse(before.at) < TOGETHER;
    const row = {
      key: message.id,
      template: () => messageRow(message, isTogether, message === last, view, zone, words),
    };
    const dayRow = {key: day, template: () => dayTemplate(day, dayOf, view.now, words)};
    return isNewDay ? [dayRow, row] : [row];
  });
  return repeat(
    rows,
    ({key}) => key,
    ({template}) => template(),
  );
}

function dayTemplate(
  day: string,
  dayOf: (at: string) => string,
  now: Date,
  {messages, language}: Words,
): TemplateResult {
  const name =
    day === dayOf(now.toISOString())
      ? messages.todayName
      : day === dayOf(new Date(now.getTime() - DAY).toISOString())
        ? messages.yesterdayName
        : `${formatWeekday(day, language)} ${formatDate(day, language)}`;
  return html`<li class="day"><time datetime=${day}>${name}</time></li>`;
}

function messageRow(
  message: ShownMessage,
  isTogether: boolean,
  isLast: boolean,
  view: RowsView,
  zone: string,
  words: Words,
): TemplateResult {
  const {messages, language} = words;
  const {id, isMine, at, deletedBy} = message;
  const name = isMine ? messages.you : nameOf(message, view.shopName, messages);
  // one's own are not read out again, whatever becomes of them: what is said of them is a status
  return html`<li
    class="message ${isMine ? 'mine' : ''} ${isTogether ? 'together' : ''} ${message.state}"
    tabindex="-1"
    data-message=${id}
    aria-live=${isMine ? 'off' : nothing}
  >
    <p class="by">
      <b><bdi>${name}</bdi></b>
      <time datetime=${at}>${formatTime(new Date(at), language, zone)}</time>
    </p>
    <div class="line">
      <div class="bubble">
        ${deletedBy ? goneTemplate(message, messages) : contentTemplate(message, view, messages)}
      </div>
      ${deletedBy ? nothing : deedTemplate(message, view, messages)}
    </div>
    ${view.asked === id ? sureTemplate(id, view.deeds, messages) : nothing}
    ${deletedBy ? nothing : stateTemplate(message, isLast, view.deeds, messages)}
  </li>`;
}

function nameOf({name, author}: ShownMessage, shopName: string, messages: Messages): string {
  if (name) return name;
  return author?.role === 'visitor' ? messages.visitor : shopName;
}

function contentTemplate(
  message: ShownMessage,
  {deeds}: RowsView,
  messages: Messages,
): TemplateResult {
  const {text, image} = message;
  return html`${
    image
      ? html`<button
          class="picture"
          type="button"
          aria-label=${messages.enlarge(image.alt ?? '')}
          @click=${() => deeds.enlarge(message)}
        >
          <canvas
            width=${image.width}
            height=${image.height}
            data-image=${image.id}
            data-of=${message.id}
          ></canvas>
        </button>`
      : nothing
  }${text ? html`<p class="text" dir="auto">${linkedText(text, messages.newWindow)}</p>` : nothing}`;
}

function goneTemplate({isMine, reason}: ShownMessage, messages: Messages): TemplateResult {
  return html`<p class="text muted">
    ${reason ? messages.removed(reason) : messages.deleted}
    ${reason && isMine ? messages.contest : nothing}
  </p>`;
}

const BIN = 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13';
const FLAG = 'M5 21V4h13l-3 4 3 4H5';

/** One's own can be taken back; those of neighbours reported. */
function deedTemplate(
  message: ShownMessage,
  {deeds}: RowsView,
  messages: Messages,
): TemplateResult | typeof nothing {
  const {id, isMine, seq, author} = message;
  if (seq === undefined) return nothing;
  const {report} = deeds;
  if (!isMine && (!report || author?.role === 'hub')) return nothing;
  return html`<button
    class="button icon deed"
    type="button"
    aria-label=${isMine ? messages.takeBack : messages.report}
    @click=${() => (isMine ? deeds.ask(id) : report?.(message))}
  >
    ${icon(isMine ? BIN : FLAG)}
  </button>`;
}

function sureTemplate(id: string, deeds: MessageDeeds, messages: Messages): TemplateResult {
  return html`<p class="sure small" role="group" aria-label=${messages.sureTakeBack}>
    ${messages.sureTakeBack}
    <button class="button quiet" type="button" id="sure" @click=${() => deeds.takeBack(id)}>
      ${messages.yesDelete}
    </button>
    <button class="button quiet" type="button" @click=${() => deeds.ask('')}>
      ${messages.keepIt}
    </button>
  </p>`;
}

/** What became of one's own: under the last one, and under each that is not simply sent. */
function stateTemplate(
  {id, isMine, state, problem}: ShownMessage,
  isLast: boolean,
  deeds: MessageDeeds,
  messages: Messages,
): TemplateResult | typeof nothing {
  if (state === 'held') return html`<p class="mark small">${messages.held}</p>`;
  if (!isMine) return nothing;
  if (state === 'failed') {
    return html`<p class="mark small">
      <span class="error">${messages.problem(problem ?? 'internal')}</span>
      <button class="button quiet" type="button" @click=${() => deeds.retry(id)}>
        ${messages.retry}
      </button>
      <button class="button quiet" type="button" @click=${() => deeds.discard(id)}>
        ${messages.discard}
      </button>
    </p>`;
  }
  return isLast || state === 'pending'
    ? html`<p class="mark small muted">${messages.state[state]}</p>`
    : nothing;
}
