import {mailUrl, UGC_REL, webUrl} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';

/** Zoom of the map on which a note is left. */
const NOTE_ZOOM = 19;

/**
 * Where a mistake about a place can be told: the page's own address for it, else, for what comes from
 * OpenStreetMap, its notes, which need no account.
 */
export function reportLink(
  place: Place,
  report: string,
  messages: Messages,
): {href: string; words: string} | undefined {
  const mail = mailUrl(report.replace(/^mailto:/, ''));
  if (mail) {
    const subject = encodeURIComponent(messages.reportSubject(place.name));
    const body = encodeURIComponent(`${place.name} (${place.id})\n${location.href}\n\n`);
    return {href: `${mail}?subject=${subject}&body=${body}`, words: messages.report};
  }
  const address = report
    .replace('{id}', encodeURIComponent(place.id))
    .replace('{name}', encodeURIComponent(place.name));
  const page = webUrl(address, document.baseURI);
  if (page) return {href: page, words: messages.report};
  const isOsm = [place.source, ...(place.otherSources ?? [])].some(source =>
    source?.url?.startsWith('https://www.openstreetmap.org/'),
  );
  if (!isOsm) return undefined;
  const {latitude, longitude} = place.geo;
  const href = `https://www.openstreetmap.org/note/new#map=${NOTE_ZOOM}/${latitude}/${longitude}`;
  return {href, words: messages.reportToOsm};
}

export function reportTemplate(
  place: Place,
  report: string,
  messages: Messages,
): TemplateResult | typeof nothing {
  const link = reportLink(place, report, messages);
  return link ? html`<p><a href=${link.href} rel=${UGC_REL}>${link.words}</a></p>` : nothing;
}
