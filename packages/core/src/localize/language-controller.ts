import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {languageAround, rootsAround} from './language.js';

type Host = ReactiveControllerHost & Element;

/** Everyone who wants to hear about a changed `lang`; one observer serves the whole page. */
const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Keeps the language of the page around an element, and re-renders it when that changes. */
export class LanguageController implements ReactiveController {
  /** BCP 47 tag in lower case. */
  tag = 'fr';

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    listeners.add(this.update);
    observer ??= new MutationObserver(() => listeners.forEach(update => update()));
    for (const root of rootsAround(this.host)) {
      observer.observe(root, {subtree: true, attributes: true, attributeFilter: ['lang']});
    }
    this.update();
  }

  hostDisconnected(): void {
    listeners.delete(this.update);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  }

  private readonly update = (): void => {
    const tag = languageAround(this.host);
    if (tag === this.tag) return;
    this.tag = tag;
    this.host.requestUpdate();
  };
}
