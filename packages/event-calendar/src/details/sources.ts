import {formatDate, mailUrl, UGC_REL, webUrl} from '@local-widgets/core';
import type {Event, EventSource} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';

/** Who says so, and when they last did. */
export function sourcesTemplate(
  {source, otherSources = []}: Event,
  words: ViewContext<Messages>,
): TemplateResult | typeof nothing {
  const known = [source, ...otherSources].filter(
    (one): one is EventSource => nameOf(one) !== undefined || one?.dateModified !== undefined,
  );
  if (known.length === 0) return nothing;
  return html`<p>
    ${words.messages.source}
    ${known.map((one, i) => html`${i > 0 ? ', ' : ''}${sourceTemplate(one, words)}`)}
  </p>`;
}

const nameOf = (source: EventSource | undefined): string | undefined =>
  source?.label ?? source?.name ?? source?.url;

function sourceTemplate(
  source: EventSource,
  {messages, language}: ViewContext<Messages>,
): TemplateResult {
  const {url, dateModified} = source;
  const name = nameOf(source) ?? '';
  const link = webUrl(url);
  const isDate = dateModified && !Number.isNaN(Date.parse(dateModified));
  const updated = isDate ? ` (${messages.updated(formatDate(dateModified, language, true))})` : '';
  return html`${link ? html`<a href=${link} rel=${UGC_REL}>${name}</a>` : name}${updated}`;
}

/** Where a mistake can be told: the page's own address for it, else the organiser's. */
export function reportTemplate(
  event: Event,
  report: string,
  when: string,
  messages: Messages,
): TemplateResult | typeof nothing {
  const {id, name, organizer} = event;
  const subject = encodeURIComponent(messages.reportSubject(name));
  const body = encodeURIComponent(`${name}\n${when}\n(${id})\n${location.href}\n\n`);
  const address = report
    .replace('{id}', encodeURIComponent(id))
    .replace('{name}', encodeURIComponent(name));
  const mail =
    mailUrl(report.replace(/^mailto:/, '')) ?? (report ? undefined : mailUrl(organizer?.email));
  const page = !mail && report ? webUrl(address, document.baseURI) : undefined;
  const href = mail ? `${mail}?subject=${subject}&body=${body}` : page;
  return href ? html`<p><a href=${href} rel=${UGC_REL}>${messages.report}</a></p>` : nothing;
}
