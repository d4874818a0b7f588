import {FakeHub as ChatHub} from '../../chat/test/support/fake-hub.js';
import {FakeHub as OrderHub} from '../../collect-button/test/fake-hub.js';
import {slotsAt, TUESDAY_MORNING} from '../../collect-button/test/shop.js';
import type {PageWindow} from './frame.js';
import {moveClock} from './hub.js';

const HOUR = 3_600_000;

/** A hub in memory that takes orders and carries messages for one shop, `fournil`. */
export interface BareHub {
  readonly url: string;
  readonly orders: OrderHub;
  readonly chat: ChatHub;
  /** Lets a page ask it, on a Tuesday at nine; for `before` of `openPage`. */
  readonly before: (window: PageWindow) => void;
  /** The same, at the time that it is. */
  readonly answer: (window: PageWindow) => void;
}

export function bareHub(): BareHub {
  const ahead = TUESDAY_MORNING.getTime() - Date.now();
  const orders = new OrderHub();
  const chat = new ChatHub({now: () => new Date(Date.now() + ahead)});
  const answer = (window: PageWindow): void => {
    const fetch = window.fetch.bind(window);
    window.fetch = (input, init) => {
      const url = input instanceof window.Request ? input.url : String(input);
      if (!url.startsWith(orders.url)) return fetch(input, init);
      return url.startsWith(`${orders.url}/v1/`) ? chat.fetch(url, init) : orders.fetch(url, init);
    };
  };
  return {
    url: orders.url,
    orders,
    chat,
    answer(window) {
      // in hours from now: what is offered must not be over
      orders.slots = slotsAt(
        ...[24, 25, 48].map(hours => new Date(Date.now() + hours * HOUR).toISOString()),
      );
      answer(window);
    },
    before(window) {
      moveClock(window, ahead);
      answer(window);
    },
  };
}
