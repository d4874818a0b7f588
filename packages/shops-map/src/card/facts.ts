import type {Place, PostalAddress} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';

/** What the source says of a place beside its contacts and hours. */
export function factsTemplate(place: Place, messages: Messages): TemplateResult {
  const {services = {}} = place;
  const offered = (['collect', 'delivery', 'drive', 'wheelchair'] as const)
    .filter(service => services[service])
    .map(service => messages[service]);
  return html`<dl class="details">
    ${fact(messages.postalAddress, place.address ? addressLines(place.address) : [])}
    ${fact(messages.services, offered)} ${fact(messages.products, place.products)}
    ${fact(messages.labels, place.labels)} ${fact(messages.payment, place.paymentAccepted)}
  </dl>`;
}

function fact(name: string, values: readonly string[] = []): TemplateResult | typeof nothing {
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
