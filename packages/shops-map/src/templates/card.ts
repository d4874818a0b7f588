import {
  formatDate,
  formatDistance,
  formatWallTime,
  formatWeekday,
  mailUrl,
  siteName,
  telUrl,
  UGC_REL,
  webUrl,
} from '@local-widgets/core';
import type {OpeningDay, Place, PostalAddress} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {OpeningWords} from '../state/opening-words.js';
import type {ViewContext} from '../state/view-context.js';
import {symbol} from '../symbols/symbol.js';
import {BACK, MAIL, PHONE, ROUTE, SITE, uiIcon} from '../symbols/ui-icons.js';
import {categoryWords, openingTemplate} from './list.js';

/** Everything the card of one place shows. */
export interface CardData extends ViewContext<Messages> {
  readonly place: Place;
  readonly distance: number | undefined;
  readonly opening: OpeningWords | undefined;
  /** The seven days to show; absent when nobody knows. */
  readonly week: readonly OpeningDay[] | undefined;
  readonly headingLevel: number;
}

type Piece = TemplateResult | typeof nothing;

export function cardTemplate(data: CardData, close: () => void): TemplateResult {
  const {place, messages, distance, language} = data;
  const away = distance === undefined ? '' : messages.away(formatDistance(distance, language));
  const kind = [categoryWords(place, data), away].filter(Boolean).join(', ');
  return html`<article class="card" part="card" aria-labelledby="card-name">
    <button class="button quiet" type="button" @click=${close}>
      ${uiIcon(BACK)} ${messages.back}
    </button>
    ${photoTemplate(place)}
    <header>
      ${symbol(place.categories[0] ?? 'other', data.glyphs)}
      <div>
        <div id="card-name" role="heading" aria-level=${data.headingLevel} tabindex="-1">
          ${place.name}
        </div>
        <p class="meta">${kind}</p>
      </div>
    </header>
    ${openingTemplate(data.opening)}
    ${place.description ? html`<p class="description">${place.description}</p>` : nothing}
    ${contactTemplate(data)} ${weekTemplate(data)} ${detailsTemplate(data)} ${sourceTemplate(data)}
  </article>`;
}

function photoTemplate({image}: Place): Piece {
  const url = webUrl(image?.url);
  if (!url) return nothing;
  return html`<img class="photo" src=${url} alt=${image?.caption ?? ''} loading="lazy" />`;
}

function contactTemplate({place, messages}: CardData): TemplateResult {
  const phone = telUrl(place.telephone);
  const mail = mailUrl(place.email);
  const site = webUrl(place.url);
  const {latitude, longitude} = place.geo;
  const route = `https://www.openstreetmap.org/directions?route=;${latitude},${longitude}`;
  return html`<div class="contact">
    ${
      phone && place.telephone
        ? html`<a class="button primary" href=${phone}>
            ${uiIcon(PHONE)} ${messages.call(place.telephone)}
          </a>`
        : nothing
    }
    ${mail ? html`<a class="button" href=${mail}>${uiIcon(MAIL)} ${messages.write}</a>` : nothing}
    ${
      site
        ? html`<a class="button" href=${site} rel=${UGC_REL}>
            ${uiIcon(SITE)} ${messages.site(siteName(site))}
          </a>`
        : nothing
    }
    <a class="button" href=${route} rel="noopener noreferrer">
      ${uiIcon(ROUTE)} ${messages.directions}
    </a>
    <a class="button app" href=${`geo:${latitude},${longitude}?q=${latitude},${longitude}`}>
      ${uiIcon(ROUTE)} ${messages.directionsApp}
    </a>
  </div>`;
}

function weekTemplate({week, messages, language}: CardData): Piece {
  if (!week) return nothing;
  return html`<table class="week">
    <caption>
      ${messages.hours}
    </caption>
    <tbody>
      ${week.map(
        day =>
          html`<tr class=${day.today ? 'today' : ''} aria-current=${day.today ? 'date' : nothing}>
            <th scope="row">${dayName(day, language, messages)}</th>
            <td>${spansTemplate(day, language, messages)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function dayName(day: OpeningDay, language: string, messages: Messages): string {
  const name = formatWeekday(day.date, language);
  const notes = [day.today ? messages.today : '', day.holiday ? messages.publicHoliday : ''];
  const note = notes.filter(Boolean).join(', ');
  return note ? `${name} (${note})` : name;
}

function spansTemplate(day: OpeningDay, language: string, messages: Messages): Piece | Piece[] {
  if (day.spans.length === 0) return html`${messages.closedAllDay}`;
  return day.spans.map(({opens, closes, state, comment}) => {
    const note = comment ?? (state === 'unknown' ? messages.uncertain : '');
    // "perhaps open, all day" is no time at all
    if (state === 'unknown' && opens === '00:00' && closes === '24:00') {
      return html`<span class="span">${note}</span> `;
    }
    const span = messages.span(formatWallTime(opens, language), formatWallTime(closes, language));
    return html`<span class="span">${span}${note ? ` (${note})` : ''}</span> `;
  });
}

function detailsTemplate({place, messages}: CardData): TemplateResult {
  const {services = {}} = place;
  const offered = (['collect', 'delivery', 'drive', 'wheelchair'] as const)
    .filter(service => services[service])
    .map(service => messages[service]);
  return html`<dl class="details">
    ${detail(messages.address, place.address ? addressLines(place.address) : [])}
    ${detail(messages.services, offered)} ${detail(messages.products, place.products)}
    ${detail(messages.labels, place.labels)} ${detail(messages.payment, place.paymentAccepted)}
  </dl>`;
}

function detail(name: string, values: readonly string[] = []): Piece {
  if (values.length === 0) return nothing;
  return html`<div>
    <dt>${name}</dt>
    <dd>${values.join(', ')}</dd>
  </div>`;
}

function addressLines({streetAddress, postalCode, addressLocality}: PostalAddress): string[] {
  return [streetAddress, [postalCode, addressLocality].filter(Boolean).join(' ')].filter(
    (line): line is string => Boolean(line),
  );
}

function sourceTemplate({place, messages, language}: CardData): Piece {
  const {name, url, dateModified} = place.source ?? {};
  if (!name && !dateModified) return nothing;
  const link = webUrl(url);
  const date = dateModified && !Number.isNaN(Date.parse(dateModified)) ? dateModified : undefined;
  const updated = date ? messages.updated(formatDate(date, language, true)) : '';
  return html`<p class="source">
    ${messages.source} ${link ? html`<a href=${link} rel=${UGC_REL}>${name ?? link}</a>` : name}
    ${updated ? `(${updated})` : ''}
  </p>`;
}
