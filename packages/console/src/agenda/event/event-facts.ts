import {webUrl} from '@local-widgets/core';
import type {DeskEvent, EventDocument} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {typedMoney} from '../../format/money.js';
import {linkedText} from '../../templates/linked-text.js';
import type {Words} from '../../state/desk-owner.js';
import {dateInWords, repeatInWords} from '../when.js';

/** What an event is, as its readers will be told. */
export function eventFacts({event, date}: DeskEvent, words: Words): TemplateResult {
  const {messages} = words;
  const told = date && {
    startsAt: new Date(date.startsAt),
    endsAt: new Date(date.endsAt),
    isAllDay: event.isAllDay,
  };
  const facts: readonly (readonly [string, string | TemplateResult])[] = [
    [messages.when, told ? dateInWords(told, event.timeZone, words) : messages.noDate],
    [messages.repeats, repeatInWords(event, words)],
    ...moreFacts(event, words),
  ];
  const image = event.image && webUrl(event.image.url);
  return html`<div class="event-body">
    ${
      image
        ? html`<figure class="event-image">
            <img
              src=${image}
              alt=${event.image?.caption ?? ''}
              loading="lazy"
              @error=${hideFigure}
            />
            ${event.image?.creditText ? html`<figcaption>${event.image.creditText}</figcaption>` : nothing}
          </figure>`
        : nothing
    }
    <dl class="event-facts">
      ${facts.map(([name, value]) =>
        value
          ? html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`
          : nothing,
      )}
    </dl>
    ${event.description ? html`<p class="event-text">${linkedText(event.description)}</p>` : nothing}
  </div>`;
}

/** All that differs between two events is told by these. */
export function moreFacts(
  event: EventDocument,
  words: Words,
): readonly (readonly [string, string | TemplateResult])[] {
  const {messages} = words;
  const {organizer = {}, registration = []} = event;
  return [
    [messages.place, placeOf(event)],
    [messages.onlineAt, linkOf(event.onlineUrl)],
    [messages.priceLabel, priceOf(event, words)],
    [messages.categories, (event.categories ?? []).join(', ')],
    [
      messages.audience,
      [...(event.audience ?? []), agesOf(event, words)].filter(Boolean).join(', '),
    ],
    [
      messages.accessibility,
      (event.accessibility ?? []).map(each => messages.accessibilities[each]).join(', '),
    ],
    [messages.setting, event.setting ? messages.settingNames[event.setting] : ''],
    [
      messages.organizer,
      [organizer.name, organizer.telephone, organizer.email].filter(Boolean).join(', '),
    ],
    [messages.registrationLabel, signUpOf(event, words)],
    [messages.registerAt, registration.map(({value}) => value).join(', ')],
    [messages.moreAt, linkOf(event.url)],
  ];
}

function placeOf({location}: EventDocument): string {
  const {name, address = {}} = location ?? {};
  const town = [address.postalCode, address.addressLocality].filter(Boolean).join(' ');
  return [name, address.streetAddress, town].filter(Boolean).join(', ');
}

function linkOf(url: string | undefined): string | TemplateResult {
  const href = url && webUrl(url);
  return href
    ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${href}</a>`
    : (url ?? '');
}

function priceOf(
  {isAccessibleForFree, offers = [], conditions}: EventDocument,
  {messages, language}: Words,
): string {
  const list = offers.map(({name, price, maxPrice}) => {
    const amounts = [price, maxPrice]
      .flatMap(each => (each === undefined ? [] : [`${typedMoney(each, language)} €`]))
      .join(' – ');
    return [name, amounts].filter(Boolean).join(' : ');
  });
  return [isAccessibleForFree ? messages.free : '', ...list, conditions].filter(Boolean).join(', ');
}

function agesOf({typicalAgeRange}: EventDocument, {messages}: Words): string {
  const {min, max} = typicalAgeRange ?? {};
  return min === undefined && max === undefined ? '' : messages.ages(min, max);
}

function signUpOf({signUp}: EventDocument, {messages}: Words): string {
  if (!signUp) return '';
  return messages.signUpHere(signUp.capacity, signUp.hasWaitingList);
}

/** A picture that does not come, or may not, leaves no hole. */
const hideFigure = ({target}: Event): void => {
  const figure = (target as Element).closest('figure');
  if (figure) figure.hidden = true;
};
