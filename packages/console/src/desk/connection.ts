import {formatTime} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {Connection} from '../live/live-line.js';
import type {Words} from '../state/desk-owner.js';

/** How fresh the orders are, in words; never "live" when it is not. */
function connectionWords(
  connection: Connection,
  {messages, language}: Words,
  timeZone: string,
): string {
  switch (connection.state) {
    case 'polling':
      return messages.polling(connection.every / 1000);
    case 'offline': {
      const {since} = connection;
      return since
        ? messages.offlineSince(formatTime(since, language, timeZone))
        : messages.offlineNow;
    }
    default:
      return messages[connection.state];
  }
}

/** The same as a badge, with a dot whose shape says it too. */
export function connectionTemplate(
  connection: Connection,
  words: Words,
  timeZone: string,
): TemplateResult {
  return html`<p class="connection" data-state=${connection.state}>
    <span class="dot" aria-hidden="true"></span>
    <span role="status">${connectionWords(connection, words, timeZone)}</span>
  </p>`;
}

/** What it means that there is no connection, and a way to try at once; nothing where there is one. */
export function offlineTemplate(
  hint: string,
  {messages}: Words,
  wake: () => void,
): TemplateResult | typeof nothing {
  if (!hint) return nothing;
  return html`<div class="banner offline">
    <p>${hint}</p>
    <button class="button" type="button" @click=${wake}>${messages.tryNow}</button>
  </div>`;
}
