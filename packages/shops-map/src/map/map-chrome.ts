import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import {uiIcon} from '../symbols/ui-icons.js';
import type {Basemap} from './basemaps.js';
import type {BasemapLoader} from './basemap-loader.js';
import {EXPAND, MINUS, PLUS, REDUCE, TARGET} from './map-icons.js';
import {MAX_ZOOM, MIN_ZOOM} from './map-port.js';

/** What lies over the map: a way past it, its buttons, the provider's name, a word when tiles fail. */
export interface MapChromeData extends Pick<BasemapLoader, 'basemap' | 'phase'> {
  readonly zoom: number;
  /** Whether the map fills the screen; undefined where it cannot. */
  readonly isFullScreen: boolean | undefined;
  readonly messages: Messages;
}

export interface MapChromeActions {
  zoom(steps: number): void;
  recenter(): void;
  fullScreen(): void;
  skip(): void;
  /** The provider of the tiles may know that somebody is here. */
  agree(): void;
}

export function mapChromeTemplate(data: MapChromeData, actions: MapChromeActions): TemplateResult {
  const {messages, zoom, isFullScreen} = data;
  const {zoomIn, zoomOut, recenter, closest, farthest, fullScreen, leaveFullScreen} = messages;
  const button = (
    label: string,
    drawing: string,
    act: () => void,
    whyNot?: string | false,
  ): TemplateResult =>
    html`<button
      type="button"
      aria-label=${whyNot ? `${label} (${whyNot})` : label}
      aria-disabled=${whyNot ? 'true' : nothing}
      @click=${act}
    >
      ${uiIcon(drawing)}
    </button>`;
  return html`
    <button class="button skip" type="button" @click=${() => actions.skip()}>
      ${messages.skipMap}
    </button>
    <div class="map-controls">
      ${button(zoomIn, PLUS, () => actions.zoom(1), zoom >= MAX_ZOOM && closest)}
      ${button(zoomOut, MINUS, () => actions.zoom(-1), zoom <= MIN_ZOOM && farthest)}
      ${button(recenter, TARGET, () => actions.recenter())}
      ${
        isFullScreen === undefined
          ? nothing
          : isFullScreen
            ? button(leaveFullScreen, REDUCE, () => actions.fullScreen())
            : button(fullScreen, EXPAND, () => actions.fullScreen())
      }
    </div>
    ${basemapTemplate(data, actions)}
  `;
}

function basemapTemplate(
  {basemap, phase, messages}: MapChromeData,
  actions: MapChromeActions,
): TemplateResult | typeof nothing {
  if (phase === 'failed') return html`<p class="note" role="status">${messages.tilesFailed}</p>`;
  if (phase === 'drawn' && basemap) return attributionTemplate(basemap);
  if (phase !== 'asking' || !basemap) return nothing;
  return html`<div class="note consent">
    <p>${messages.consent(basemap.thirdParty)}</p>
    <button class="button" type="button" @click=${() => actions.agree()}>
      ${messages.showTiles}
    </button>
  </div>`;
}

function attributionTemplate({attribution, link}: Basemap): TemplateResult | typeof nothing {
  if (!attribution) return nothing;
  return html`<p class="attribution">
    ${link ? html`<a href=${link} rel="noopener noreferrer">${attribution}</a>` : attribution}
  </p>`;
}
