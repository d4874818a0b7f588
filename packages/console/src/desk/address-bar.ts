import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {OPEN_MESSAGE, readAddress, writeAddress, type DeskAddress} from './place-address.js';

/**
 * The place that is open, in the page's address: a link leads to it, and Back leads away from it, as on
 * a telephone one expects. Other fragments of the page are left alone.
 */
export class AddressBar implements ReactiveController {
  private shown = '';
  /** The present entry of the browser's history is ours. */
  private isPushed = false;
  private ended: AbortController | undefined;

  constructor(
    host: ReactiveControllerHost,
    /** A link, or Back, leads there; nothing for what was there before. */
    private readonly go: (address: DeskAddress | undefined) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.ended = new AbortController();
    const {signal} = this.ended;
    addEventListener('popstate', this.read, {signal});
    // there is none on pages without HTTPS
    const {serviceWorker} = navigator as {serviceWorker?: ServiceWorkerContainer};
    serviceWorker?.addEventListener('message', this.hear, {signal});
  }

  hostDisconnected(): void {
    this.ended?.abort();
  }

  /** What the page's address tells at the beginning. */
  get first(): DeskAddress | undefined {
    return readAddress(location.hash);
  }

  /** Shows where one is. */
  show(address: DeskAddress | undefined): void {
    const fragment = address ? writeAddress(address) : '';
    if (fragment === this.shown) return;
    const before = this.shown;
    this.shown = fragment;
    if (fragment === location.hash) return;
    if (fragment && before) history.replaceState(history.state, '', fragment);
    else if (fragment) {
      history.pushState(null, '', fragment);
      this.isPushed = true;
    } else if (this.isPushed) {
      this.isPushed = false;
      history.back();
    } else history.replaceState(history.state, '', location.pathname + location.search);
  }

  private readonly hear = ({data}: MessageEvent): void => {
    const {type, fragment} = (data ?? {}) as {type?: unknown; fragment?: unknown};
    if (type !== OPEN_MESSAGE || typeof fragment !== 'string') return;
    const address = readAddress(fragment);
    if (address) this.go(address);
  };

  private readonly read = (): void => {
    const address = readAddress(location.hash);
    this.shown = address ? location.hash : '';
    this.isPushed &&= address !== undefined;
    this.go(address);
  };
}
