import {formatDistance, mailUrl, telUrl, UGC_REL, webUrl} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import {categoryWords} from '../templates/list.js';
import {weekWords} from './week-words.js';

export interface ShopContext {
  readonly messages: Messages;
  readonly language: string;
  readonly timeZone: string;
  readonly now: Date;
}

type Piece = TemplateResult | typeof nothing;

/** One place, whole: there is no card to open. */
export function shopTemplate(
  place: Place,
  distance: number | undefined,
  context: ShopContext,
): TemplateResult {
  const {geo, name, openingHours} = place;
  const words = [
    categoryWords(place, {...context, glyphs: {}}),
    distance === undefined ? '' : formatDistance(distance, context.language),
  ];
  const week = weekWords(openingHours, context);
  return html`<li itemscope itemtype="https://schema.org/LocalBusiness">
    <strong itemprop="name">${linkTemplate(name, webUrl(place.url), 'url')}</strong>
    <span>${words.filter(Boolean).join(' · ')}</span>
    ${addressTemplate(place)} ${week ? html`<p>${week}</p>` : nothing} ${contactTemplate(place)}
    <span itemprop="geo" itemscope itemtype="https://schema.org/GeoCoordinates">
      <meta itemprop="latitude" content=${geo.latitude} />
      <meta itemprop="longitude" content=${geo.longitude} />
    </span>
  </li>`;
}

function addressTemplate({address}: Place): Piece {
  if (!address) return nothing;
  const {streetAddress, postalCode, addressLocality} = address;
  return html`<p itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
    ${streetAddress ? html`<span itemprop="streetAddress">${streetAddress}</span>` : nothing}
    ${postalCode ? html`<span itemprop="postalCode">${postalCode}</span>` : nothing}
    ${addressLocality ? html`<span itemprop="addressLocality">${addressLocality}</span>` : nothing}
  </p>`;
}

function contactTemplate({telephone, email}: Place): Piece {
  const phone = telUrl(telephone);
  const mail = mailUrl(email);
  if (!phone && !mail) return nothing;
  return html`<p>
    ${phone ? linkTemplate(telephone!, phone, 'telephone') : nothing}
    ${mail ? linkTemplate(email!, mail, 'email') : nothing}
  </p>`;
}

/** A text that is a link where there is an address that may be one. */
function linkTemplate(text: string, href: string | undefined, property: string): Piece | string {
  return href ? html`<a href=${href} rel=${UGC_REL} itemprop=${property}>${text}</a>` : text;
}
