import {formatDate, formatDistance, mailUrl, telUrl, webUrl} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';
import {categoryWords, type RowData} from '../templates/list.js';

/**
 * A place as a page's own template gets it: texts ready to be shown in the reader's language, each
 * undefined when nobody knows. Plain text, whatever the feed had in it.
 */
export interface ShopTemplateData {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** `1,2 km`, from the page's centre or where the visitor wants to be near to. */
  readonly distance?: string | undefined;
  /** `Ouvert`, `Fermé`, `Horaires non renseignés`. */
  readonly opening?: string | undefined;
  /** `ferme à 19 h`. */
  readonly openingDetail?: string | undefined;
  readonly description?: string | undefined;
  readonly streetAddress?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly addressLocality?: string | undefined;
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
  /** Checked: http or https. */
  readonly url?: string | undefined;
  /** Checked: http or https. */
  readonly image?: string | undefined;
  readonly imageCaption?: string | undefined;
  readonly services?: string | undefined;
  readonly products?: string | undefined;
  readonly labels?: string | undefined;
  readonly paymentAccepted?: string | undefined;
  readonly source?: string | undefined;
  readonly updated?: string | undefined;
}

const SERVICES = ['collect', 'delivery', 'drive', 'wheelchair'] as const;

export function templateData(row: RowData, words: ViewContext<Messages>): ShopTemplateData {
  const {place, distance, opening} = row;
  const {messages, language} = words;
  const {address, source, services = {}} = place;
  const offered = SERVICES.filter(one => services[one]).map(one => messages[one]);
  const date = source?.dateModified;
  const isDate = date && !Number.isNaN(Date.parse(date));
  return {
    id: place.id,
    name: place.name,
    category: categoryWords(place, words),
    distance: distance === undefined ? undefined : formatDistance(distance, language),
    opening: opening?.text,
    openingDetail: opening?.detail,
    description: place.description,
    streetAddress: address?.streetAddress,
    postalCode: address?.postalCode,
    addressLocality: address?.addressLocality,
    telephone: place.telephone,
    email: place.email,
    url: webUrl(place.url),
    image: webUrl(place.image?.url),
    imageCaption: place.image?.caption,
    services: joined(offered),
    products: joined(place.products),
    labels: joined(place.labels),
    paymentAccepted: joined(place.paymentAccepted),
    source: source?.name,
    updated: isDate ? formatDate(date, language, true) : undefined,
  };
}

/** The address that a link to a field leads to, when the field is one that has it. */
export function linkOf(field: string, {telephone, email, url}: Place): string | undefined {
  if (field === 'telephone') return telUrl(telephone);
  if (field === 'email') return mailUrl(email);
  return field === 'url' || field === 'name' ? webUrl(url) : undefined;
}

function joined(words: readonly string[] = []): string | undefined {
  return words.length > 0 ? words.join(', ') : undefined;
}
