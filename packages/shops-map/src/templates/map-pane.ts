import {UGC_REL} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {Basemap} from '../map/basemaps.js';
import type {Messages} from '../locales/index.js';
import {uiIcon} from '../symbols/ui-icons.js';

export type MapPhase = 'waiting' | 'loading' | 'ready' | 'failed';

export interface MapPaneData {
  readonly phase: MapPhase;
  /** What is drawn below the markers; nothing for the sketch. */
  readonly basemap: Basemap | undefined;
  readonly tilesFailed: boolean;
  readonly messages: Messages;
}

export interface MapPaneActions {
  zoom(steps: number): void;
  recenter(): void;
  skip(): void;
}

/** The map's frame; the engine lives in the `.canvas` element, which stays the same for ever. */
export function mapPaneTemplate(data: MapPaneData, actions: MapPaneActions): TemplateResult {
  const {phase, messages} = data;
  return html`
    <button class="button skip" type="button" @click=${actions.skip}>${messages.skipMap}</button>
    <div class="canvas"></div>
    ${phase === 'ready' ? controlsTemplate(messages, actions) : nothing}
    ${phase === 'loading' ? html`<p class="note">${messages.mapLoading}</p>` : nothing}
    ${data.tilesFailed ? html`<p class="note" role="status">${messages.tilesFailed}</p>` : nothing}
    ${data.basemap && !data.tilesFailed ? attributionTemplate(data.basemap) : nothing}
  `;
}

function controlsTemplate(messages: Messages, actions: MapPaneActions): TemplateResult {
  return html`<div class="map-controls">
    <button type="button" aria-label=${messages.zoomIn} @click=${() => actions.zoom(1)}>
      ${uiIcon('plus')}
    </button>
    <button type="button" aria-label=${messages.zoomOut} @click=${() => actions.zoom(-1)}>
      ${uiIcon('minus')}
    </button>
    <button type="button" aria-label=${messages.recenter} @click=${actions.recenter}>
      ${uiIcon('target')}
    </button>
  </div>`;
}

function attributionTemplate({attribution, link}: Basemap): TemplateResult | typeof nothing {
  if (!attribution) return nothing;
  return html`<p class="attribution">
    ${link ? html`<a href=${link} rel=${UGC_REL}>${attribution}</a>` : attribution}
  </p>`;
}
