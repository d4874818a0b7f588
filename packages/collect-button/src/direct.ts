import {directOrder, type DirectOrder} from './direct/direct-order.js';
import type {LocalElement} from '@local-widgets/core';
import {collectMessages} from './locales/index.js';
import {directFr} from './locales/direct.js';

collectMessages.extend(directFr);

/** The order by phone or e-mail, in a file of its own. */
export function directOrderIn(host: LocalElement): DirectOrder {
  return directOrder(host);
}
