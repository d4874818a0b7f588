import type {Place} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import {ROUTE} from '../symbols/more-icons.js';
import {uiIcon} from '../symbols/ui-icons.js';

/** Where a way can be planned: the device's own application (RFC 5870), or sites that the person chooses. */
export function directionsTemplate(
  {geo: {latitude, longitude}, name}: Place,
  messages: Messages,
): TemplateResult {
  const spot = `${latitude},${longitude}`;
  const choices = [
    [messages.directionsApp, `geo:${spot}?q=${spot}(${encodeURIComponent(name)})`],
    ['OpenStreetMap', `https://www.openstreetmap.org/directions?route=;${spot}`],
    ['Google Maps', `https://www.google.com/maps/dir/?api=1&destination=${spot}`],
    ['Plans (Apple)', `https://maps.apple.com/?daddr=${spot}`],
  ] as const;
  return html`<details class="directions">
    <summary class="button">${uiIcon(ROUTE)} ${messages.directions}</summary>
    <ul role="list">
      ${choices.map(
        ([words, href]) => html`<li><a href=${href} rel="noopener noreferrer">${words}</a></li>`,
      )}
    </ul>
  </details>`;
}
