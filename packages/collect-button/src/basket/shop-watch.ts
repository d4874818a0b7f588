import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PageShop} from './page-shop.js';

/** Follows the basket and the order of the shop that an element names at the moment. */
export class ShopWatch implements ReactiveController {
  private shop: PageShop | undefined;
  private end: (() => void) | undefined;
  private isConnected = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly find: () => PageShop | undefined,
    /** Called when another shop is followed, from the first on. */
    private readonly found: (shop: PageShop) => void,
  ) {
    host.addController(this);
  }

  /** The shop, once the element is in the page. */
  get current(): PageShop | undefined {
    return this.shop;
  }

  /** Whether this element is the one of its shop's that tells of the order. */
  get isSpeaker(): boolean {
    return this.shop?.speaker === this.host;
  }

  hostConnected(): void {
    this.isConnected = true;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const shop = this.isConnected ? this.find() : undefined;
    if (shop === this.shop) return;
    this.stop();
    if (!shop) return;
    this.shop = shop;
    this.end = shop.subscribe(() => this.host.requestUpdate());
    shop.speaker ??= this.host;
    this.found(shop);
  }

  hostDisconnected(): void {
    this.isConnected = false;
    this.stop();
  }

  private stop(): void {
    this.end?.();
    if (this.shop?.speaker === this.host) this.shop.speaker = undefined;
    this.shop = undefined;
  }
}
