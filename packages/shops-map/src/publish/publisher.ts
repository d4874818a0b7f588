import {inertScript, warn, type LocalElement} from '@local-widgets/core';
import {jsonForScript, placesToJsonLd, type Place} from '@local-widgets/model';
import type {ReactiveController} from 'lit';
import type {ShopsState} from '../state/shops-state.js';

/** A search engine reads no more of a list, and a page should not carry more. */
const MOST = 100;
/** Milliseconds without a change before the page is written to. */
const PAUSE = 500;

/**
 * Keeps the shown places, in their order, as schema.org JSON-LD in the head of the page: outside of the
 * element, which reads data blocks inside itself as its source. Only text changes, and only when the
 * places do; gone with the element.
 */
export class Publisher implements ReactiveController {
  private script: HTMLScriptElement | undefined;
  private shown: readonly unknown[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hasWarned = false;

  /** @param pause Milliseconds without a change before it is published. */
  constructor(
    private readonly host: LocalElement & {readonly jsonLd: boolean},
    private readonly owner: {readonly shops: Pick<ShopsState, 'index' | 'indices'>},
    private readonly pause = PAUSE,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    // an update that was asked for before the element left comes after it
    if (!this.host.jsonLd || !this.host.isConnected) {
      this.hostDisconnected();
      return;
    }
    const {index, indices} = this.owner.shops;
    const shown = [index?.places, indices];
    if (shown.every((part, i) => part === this.shown[i])) return;
    this.shown = shown;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.publish(), this.pause);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.script?.remove();
    this.script = undefined;
    this.shown = [];
  }

  private publish(): void {
    const {index, indices} = this.owner.shops;
    const places = indices.slice(0, MOST).map(at => index?.places[at] as Place);
    if (places.length === 0) {
      this.script?.remove();
      return;
    }
    const script = (this.script ??= this.create());
    if (!script) return;
    const text = jsonForScript(placesToJsonLd(places, {pageUrl: this.pageUrl()}));
    const [node] = script.childNodes;
    if (!node) script.append(text);
    else if (node.nodeValue !== text) node.nodeValue = text;
    if (!script.isConnected) this.host.ownerDocument.head.append(script);
  }

  private create(): HTMLScriptElement | undefined {
    const {localName, ownerDocument} = this.host;
    const script = inertScript(ownerDocument);
    if (script) {
      script.type = 'application/ld+json';
      // not `data-local-widget`, which the loader turns into an element
      script.dataset['publishedBy'] = localName;
    } else if (!this.hasWarned) {
      this.hasWarned = true;
      warn(localName, 'json-ld publishes nothing: the page may require Trusted Types for scripts.');
    }
    return script;
  }

  /** The address that search engines are to know the page by. */
  private pageUrl(): string {
    const {ownerDocument} = this.host;
    const canonical = ownerDocument.querySelector<HTMLLinkElement>('link[rel=canonical]');
    return canonical?.href || ownerDocument.URL;
  }
}
