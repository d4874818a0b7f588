import {LocalElement, type Later} from '@local-widgets/core';
import type {Place, PlaceSort} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import {ShopsState} from '../../src/state/shops-state.js';
import type {Pane} from '../../src/templates/pane-switch.js';
import type {LinkView} from '../../src/url-state/link-state.js';
import type {UrlStateOwner} from '../../src/url-state/url-state-owner.js';
import {UrlState} from '../../src/url-state/url-state.js';

/** As much of the element as the address needs, with a map that moves when it is told to. */
class UrlHost extends LocalElement implements UrlStateOwner {
  readonly shops = new ShopsState(() => this.requestUpdate());
  urlState: string | null = '';
  timeZone = 'Europe/Paris';
  defaultSort: PlaceSort | undefined;
  pane: Pane = 'list';
  shown: LinkView | undefined;
  /** Names on the list at each rendering with places. */
  readonly painted: string[][] = [];
  readonly view = (): LinkView | undefined => this.shown;

  readonly select = (id: string | null): void => {
    this.shops.select(id === null ? undefined : this.shops.indexOf(id));
  };

  protected override willUpdate(): void {
    this.shops.refresh(undefined);
  }

  override render(): TemplateResult {
    const {index, indices, selectedPlace} = this.shops;
    if (index) {
      const names = indices.map(at => (index.places[at] as Place).name);
      this.painted.push(selectedPlace ? [`card: ${selectedPlace.name}`] : names);
    }
    return html`<div part="map"><button>zoom</button></div>
      <p>list</p>`;
  }

  showView(view: LinkView): void {
    this.shown = view;
  }

  unnamed(): string {
    return 'ce point';
  }

  /** A person touches the map, which then shows another view. */
  move(view: LinkView): void {
    this.renderRoot
      .querySelector('button')!
      .dispatchEvent(new Event('pointerdown', {bubbles: true}));
    this.shown = view;
  }
}

customElements.define('url-host', UrlHost);

/** Waits that end when a test says so. */
export class Waits {
  private waiting: (() => void)[] = [];

  readonly later: Later = work => {
    this.waiting.push(work);
    return () => (this.waiting = this.waiting.filter(other => other !== work));
  };

  get count(): number {
    return this.waiting.length;
  }

  end(): void {
    for (const work of this.waiting.splice(0)) work();
  }
}

export interface UrlPage {
  readonly host: UrlHost;
  readonly state: UrlState;
  readonly waits: Waits;
}

/** Puts a host into the page; `prepare` sets it up before it is connected. */
export function putHost(prepare: (host: UrlHost) => void = () => undefined): UrlPage {
  const host = document.createElement('url-host') as UrlHost;
  const waits = new Waits();
  prepare(host);
  const state = new UrlState(host, host, waits.later);
  document.body.append(host);
  return {host, state, waits};
}
