import {mailUrl, siteName, telUrl, UGC_REL, webUrl} from '@local-widgets/core';
import type {Event, EventOffer, EventRegistration} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';
import {languageName} from '../words/language-name.js';
import {priceOf} from '../words/prices.js';

/** What it costs, in the organiser's words too. */
function priceTemplate(
  {offers = [], conditions, isAccessibleForFree}: Event,
  words: ViewContext<Messages>,
): TemplateResult | typeof nothing {
  const {messages} = words;
  const general =
    isAccessibleForFree === undefined ? '' : isAccessibleForFree ? messages.free : messages.paid;
  const lines = offers.map(offer => offerWords(offer, words)).filter(Boolean);
  const said = [...(lines.length > 0 ? lines : [general]), conditions].filter(Boolean);
  if (said.length === 0) return nothing;
  return html`<div class="fact">
    <dt>${messages.price}</dt>
    ${said.map(line => html`<dd>${line}</dd>`)}
  </div>`;
}

/** `Tarif réduit : 5 €`. */
function offerWords(
  {name, price, maxPrice, priceCurrency}: EventOffer,
  words: ViewContext<Messages>,
): string {
  const {messages, language} = words;
  const amount = (cents: number): string => priceOf(cents, language, priceCurrency);
  const cost =
    price === undefined
      ? ''
      : maxPrice !== undefined && maxPrice > price
        ? messages.priceTo(amount(price), amount(maxPrice))
        : price === 0
          ? messages.free
          : amount(price);
  return [name, cost].filter(Boolean).join(' : ');
}

/** The ways to register, and where tickets are sold; nothing once it is over, cancelled or full. */
export function registerTemplate(
  {registration = [], offers = [], eventStatus, remainingAttendeeCapacity}: Event,
  messages: Messages,
): TemplateResult | typeof nothing {
  const isClosed =
    eventStatus === 'cancelled' || eventStatus === 'postponed' || eventStatus === 'full';
  const shops = offers.flatMap(({url}) => (url ? [{type: 'url', value: url} as const] : []));
  const seen = new Set<string>();
  const links = [...registration, ...shops]
    .map(way => registrationLink(way, messages))
    .filter(link => link && !seen.has(link.href) && seen.add(link.href));
  const left = remainingAttendeeCapacity;
  if (isClosed || (links.length === 0 && left === undefined)) return nothing;
  return html`<div class="register">
    ${left === undefined ? nothing : html`<p>${messages.placesLeft(left)}</p>`}
    <div class="buttons">
      ${links.map(
        link =>
          html`<a class="button primary" href=${link!.href} rel=${UGC_REL}>${link!.words}</a>`,
      )}
    </div>
  </div>`;
}

function registrationLink(
  {type, value}: EventRegistration,
  messages: Messages,
): {href: string; words: string} | undefined {
  const href =
    type === 'url' ? webUrl(value) : type === 'telephone' ? telUrl(value) : mailUrl(value);
  if (!href) return undefined;
  const words = {
    url: messages.register,
    telephone: messages.call(value),
    email: `${messages.write} : ${value}`,
  };
  return {href, words: words[type]};
}

/** Who makes it, the telephone first: nobody has to write who can talk. */
export function organizerTemplate(
  {organizer}: Event,
  messages: Messages,
): TemplateResult | typeof nothing {
  if (!organizer) return nothing;
  const {name, telephone, email, url} = organizer;
  const phone = telUrl(telephone);
  const mail = mailUrl(email);
  const site = webUrl(url);
  if (!name && !phone && !mail && !site) return nothing;
  return html`<div class="organizer">
    <p class="label">${messages.organizer}</p>
    ${name ? html`<p><b>${name}</b></p>` : nothing}
    <div class="buttons">
      ${phone && telephone ? html`<a class="button" href=${phone}>${messages.call(telephone)}</a>` : nothing}
      ${mail ? html`<a class="button" href=${mail}>${messages.write}</a>` : nothing}
      ${site ? html`<a class="button" href=${site} rel=${UGC_REL}>${messages.site(siteName(site))}</a>` : nothing}
    </div>
  </div>`;
}

/** For whom it is, and what it is like, as a list of terms. */
export function factsTemplate(
  event: Event,
  words: ViewContext<Messages>,
): TemplateResult | typeof nothing {
  const {messages, language} = words;
  const {categories, audience, typicalAgeRange: ages, accessibility, setting, inLanguage} = event;
  const facts: [name: string, values: (string | undefined)[]][] = [
    [messages.categories, categories ? [...categories] : []],
    [messages.audience, [...(audience ?? []), ages && messages.ages(ages.min, ages.max)]],
    [messages.accessibility, accessibility?.map(each => messages.accessibilities[each]) ?? []],
    [messages.setting, [setting && messages.settings[setting]]],
    [messages.inLanguage, inLanguage?.map(tag => languageName(tag, language)) ?? []],
  ];
  const price = priceTemplate(event, words);
  const known = facts
    .map(([name, values]) => [name, values.filter(Boolean).join(', ')] as const)
    .filter(([, text]) => text);
  if (known.length === 0 && price === nothing) return nothing;
  return html`<dl class="facts">
    ${price}
    ${known.map(
      ([name, text]) =>
        html`<div class="fact">
          <dt>${name}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}
