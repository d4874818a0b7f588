import {LocalElement} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import {Publisher} from '../../src/publish.js';
import {ShopsState} from '../../src/state/shops-state.js';

/** As much of the element as publishing needs. */
export class PublishHost extends LocalElement {
  jsonLd = true;
  readonly shops = new ShopsState(() => this.requestUpdate());

  protected override willUpdate(): void {
    this.shops.refresh(undefined);
  }

  override render(): TemplateResult {
    return html`<p>list</p>`;
  }

  show(places: readonly Place[]): void {
    this.shops.setPlaces(places, {});
    this.requestUpdate();
  }
}

customElements.define('publish-host', PublishHost);

export function putPublisher(places: readonly Place[]): {host: PublishHost} {
  const host = document.createElement('publish-host') as PublishHost;
  new Publisher(host, host, 0);
  host.show(places);
  document.body.append(host);
  return {host};
}

/** What the page publishes, as a search engine finds it. */
export function published(): string[] {
  const scripts = document.querySelectorAll('head script[type="application/ld+json"]');
  return [...scripts].map(script => script.textContent);
}
