import {UGC_REL, webUrl} from '@local-widgets/core';
import type {Event, EventLocation} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';

/** Where it takes place, how to get there, and where to take part from afar. */
export function whereTemplate(
  {location, onlineUrl}: Event,
  messages: Messages,
  showOnMap: (() => void) | undefined,
): TemplateResult | typeof nothing {
  const online = webUrl(onlineUrl);
  if (!location && !online) return nothing;
  const page = webUrl(location?.url);
  const address = location && addressOf(location);
  return html`<div class="where">
    ${
      location
        ? html`<p>
            ${location.name ? html`<b>${page ? html`<a href=${page} rel=${UGC_REL}>${location.name}</a>` : location.name}</b><br />` : nothing}
            ${address}
          </p>`
        : nothing
    }
    <div class="buttons">
      ${online ? html`<a class="button" href=${online} rel=${UGC_REL}>${messages.joinOnline}</a>` : nothing}
      ${location ? directionsTemplate(location, messages) : nothing}
      ${
        showOnMap
          ? html`<button class="button" type="button" @click=${showOnMap}>
              ${messages.onMap}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

function addressOf({address, name}: EventLocation): string {
  const {streetAddress, postalCode, addressLocality} = address ?? {};
  const town = [postalCode, addressLocality].filter(Boolean).join(' ');
  return [streetAddress === name ? '' : streetAddress, town].filter(Boolean).join(', ');
}

/** Where a way can be planned: the device's own application (RFC 5870), or sites that the person chooses. */
function directionsTemplate(
  location: EventLocation,
  messages: Messages,
): TemplateResult | typeof nothing {
  const {geo, name = ''} = location;
  const words = [name, addressOf(location)].filter(Boolean).join(', ');
  const isFindable = Boolean(
    geo ?? (location.address?.streetAddress || location.address?.addressLocality),
  );
  if (!isFindable) return nothing;
  const spot = geo ? `${geo.latitude},${geo.longitude}` : '';
  const asked = encodeURIComponent(words);
  const goal = spot || asked;
  const choices = [
    [
      messages.directionsApp,
      spot ? `geo:${spot}?q=${spot}(${encodeURIComponent(name)})` : `geo:0,0?q=${asked}`,
    ],
    [
      'OpenStreetMap',
      spot
        ? `https://www.openstreetmap.org/directions?route=;${spot}`
        : `https://www.openstreetmap.org/search?query=${asked}`,
    ],
    ['Google Maps', `https://www.google.com/maps/dir/?api=1&destination=${goal}`],
    ['Plans (Apple)', `https://maps.apple.com/?daddr=${goal}`],
  ] as const;
  return html`<details class="menu">
    <summary class="button">${messages.directions}</summary>
    <ul role="list">
      ${choices.map(
        ([words, href]) => html`<li><a href=${href} rel="noopener noreferrer">${words}</a></li>`,
      )}
    </ul>
  </details>`;
}
