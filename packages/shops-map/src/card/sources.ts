import {formatDate, UGC_REL, webUrl} from '@local-widgets/core';
import type {Place, PlaceSource} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';

/** Who says so, and when they last did. */
export function sourcesTemplate(
  {source, otherSources = []}: Place,
  words: ViewContext<Messages>,
): TemplateResult | typeof nothing {
  const known = [source, ...otherSources].filter(
    (one): one is PlaceSource => one?.name !== undefined || one?.dateModified !== undefined,
  );
  if (known.length === 0) return nothing;
  return html`<p class="source">
    ${words.messages.sources(known.length)}
    ${known.map((one, i) => html`${i > 0 ? ', ' : ''}${sourceTemplate(one, words)}`)}
  </p>`;
}

function sourceTemplate(
  {name, url, dateModified}: PlaceSource,
  {messages, language}: ViewContext<Messages>,
): TemplateResult {
  const link = webUrl(url);
  const isDate = dateModified && !Number.isNaN(Date.parse(dateModified));
  const updated = isDate ? ` (${messages.updated(formatDate(dateModified, language, true))})` : '';
  return html`${link ? html`<a href=${link} rel=${UGC_REL}>${name ?? link}</a>` : name}${updated}`;
}
