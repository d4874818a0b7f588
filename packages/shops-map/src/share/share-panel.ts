import {formatNumber} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';
import {FILE_KINDS, type FileKind} from './files.js';

export interface ShareData extends ViewContext<Messages> {
  /** How many places are shown. */
  readonly count: number;
  /** Whether the device has its own ways of sharing. */
  readonly canShare: boolean;
  /** What happened last. */
  readonly status: string;
  /** Text that only a person can copy. */
  readonly byHand: string | undefined;
}

export interface ShareActions {
  link(): void;
  list(): void;
  print(): void;
  file(kind: FileKind): void;
}

export function sharePanelTemplate(data: ShareData, actions: ShareActions): TemplateResult {
  const {messages, count, canShare, status, byHand} = data;
  const link = canShare ? messages.shareLink : messages.copyLink;
  return html`<fieldset>
      <legend>${messages.share}</legend>
      ${button(link, () => actions.link())} ${count > 0 ? listButtons(data, actions) : nothing}
    </fieldset>
    ${count > 0 ? filesTemplate(data, actions) : html`<p>${messages.nothingToShare}</p>`}
    <p role="status">${status}</p>
    ${
      byHand === undefined
        ? nothing
        : html`<textarea
            class="field by-hand"
            readonly
            rows="4"
            aria-label=${messages.toCopy}
            .value=${byHand}
          ></textarea>`
    }`;
}

function listButtons(data: ShareData, actions: ShareActions): TemplateResult {
  const {messages, count, language} = data;
  const formatted = formatNumber(count, language);
  return html`${button(messages.copyList(count, formatted), () => actions.list())}
  ${button(messages.print(count, formatted), () => actions.print())}`;
}

function filesTemplate(data: ShareData, actions: ShareActions): TemplateResult {
  const {messages, count, language} = data;
  return html`<fieldset>
    <legend>${messages.download(count, formatNumber(count, language))}</legend>
    ${FILE_KINDS.map(kind => button(messages[kind.label], () => actions.file(kind)))}
  </fieldset>`;
}

function button(label: string, press: () => void): TemplateResult {
  return html`<button class="button" type="button" @click=${press}>${label}</button>`;
}
