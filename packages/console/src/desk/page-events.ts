import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface PageReactions {
  /** The element came into the page, or left it. */
  readonly entered: () => void;
  readonly left: () => void;
  /** The network is back, or somebody looks again. */
  readonly wake: () => void;
  /** The network is gone. */
  readonly lose: () => void;
  /** Somebody touched the page. */
  readonly touched: (event: Event) => void;
  /** The print dialog was closed. */
  readonly printed: () => void;
}

/** What the page around lives through while the desk is in it. */
export class PageEvents implements ReactiveController {
  private ended: AbortController | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly reactions: PageReactions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.reactions.entered();
    this.ended = new AbortController();
    const {signal} = this.ended;
    const {wake, lose, touched, printed} = this.reactions;
    addEventListener('online', wake, {signal});
    addEventListener('offline', lose, {signal});
    addEventListener('focus', wake, {signal});
    // before whatever the press does
    addEventListener('pointerdown', touched, {signal, capture: true});
    addEventListener('keydown', touched, {signal, capture: true});
    addEventListener('afterprint', printed, {signal});
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') wake();
      },
      {signal},
    );
  }

  hostDisconnected(): void {
    this.ended?.abort();
    this.reactions.left();
  }
}
