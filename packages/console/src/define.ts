import {defineElement} from '@local-widgets/core';
import {LocalDesk} from './local-desk.js';
import {LocalEventsDesk} from './local-events-desk.js';
import {LocalInbox} from './local-inbox.js';
import {LocalOrdersDesk} from './local-orders-desk.js';
import {version} from './version.js';

defineElement('local-orders-desk', LocalOrdersDesk, version);
defineElement('local-inbox', LocalInbox, version);
defineElement('local-events-desk', LocalEventsDesk, version);
defineElement('local-desk', LocalDesk, version);

declare global {
  interface HTMLElementTagNameMap {
    'local-orders-desk': LocalOrdersDesk;
    'local-inbox': LocalInbox;
    'local-events-desk': LocalEventsDesk;
    'local-desk': LocalDesk;
  }
}
