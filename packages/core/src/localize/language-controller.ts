import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {languageAround} from './language.js';

type Host = ReactiveControllerHost & Element;

/** Everyone who wants to hear about a changed `lang`; one observer serves the whole page. */
const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach(call => call()));
    observer.observe(document, {subtree: true, attributes: true, attributeFilter: ['lang']});
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}

/** Keeps the language of the page around an element, and re-renders it when that changes. */
export class LanguageController implements ReactiveController {
  /** BCP 47 tag in lower case. */
  tag = 'fr';

  private stop: (() => void) | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    this.tag = languageAround(this.host);
    this.stop = listen(() => this.update());
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }

  private update(): void {
    const tag = languageAround(this.host);
    if (tag === this.tag) return;
    this.tag = tag;
    this.host.requestUpdate();
  }
}
