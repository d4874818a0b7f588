import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import {uiIcon} from '../symbols/ui-icons.js';
import type {Basemap} from './basemaps.js';
import {MINUS, PLUS, TARGET} from './map-icons.js';

/** What lies over the map: a way past it, its buttons, the provider's name, a word when tiles fail. */
export interface MapChromeData {
  /** Absent for the sketch. */
  readonly basemap: Basemap | undefined;
  readonly tilesFailed: boolean;
  readonly messages: Messages;
}

export interface MapChromeActions {
  zoom(steps: number): void;
  recenter(): void;
  skip(): void;
}

export function mapChromeTemplate(data: MapChromeData, actions: MapChromeActions): TemplateResult {
  const {messages, basemap, tilesFailed} = data;
  return html`
    <button class="button skip" type="button" @click=${() => actions.skip()}>
      ${messages.skipMap}
    </button>
    <div class="map-controls">
      <button type="button" aria-label=${messages.zoomIn} @click=${() => actions.zoom(1)}>
        ${uiIcon(PLUS)}
      </button>
      <button type="button" aria-label=${messages.zoomOut} @click=${() => actions.zoom(-1)}>
        ${uiIcon(MINUS)}
      </button>
      <button type="button" aria-label=${messages.recenter} @click=${() => actions.recenter()}>
        ${uiIcon(TARGET)}
      </button>
    </div>
    ${tilesFailed ? html`<p class="note" role="status">${messages.tilesFailed}</p>` : nothing}
    ${basemap && !tilesFailed ? attributionTemplate(basemap) : nothing}
  `;
}

function attributionTemplate({attribution, link}: Basemap): TemplateResult | typeof nothing {
  if (!attribution) return nothing;
  return html`<p class="attribution">
    ${link ? html`<a href=${link} rel="noopener noreferrer">${attribution}</a>` : attribution}
  </p>`;
}
