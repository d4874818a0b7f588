import {adoptStyles, type LocalElement} from '@local-widgets/core';
import {confirmation, type Confirmation} from './confirmation/confirmation.js';
import {confirmationStyles} from './confirmation/confirmation.styles.js';
import {confirmationFr} from './locales/confirmation.js';
import {collectMessages} from './locales/index.js';

collectMessages.extend(confirmationFr);

/** What follows an order, with its QR code, in a file of its own. */
export function confirmationIn(host: LocalElement): Confirmation {
  adoptStyles(host.renderRoot as ShadowRoot, confirmationStyles);
  return confirmation(host);
}
