import {defineElement} from '@local-widgets/core';
import {LocalOrdersDesk} from './local-orders-desk.js';
import {version} from './version.js';

defineElement('local-orders-desk', LocalOrdersDesk, version);

declare global {
  interface HTMLElementTagNameMap {
    'local-orders-desk': LocalOrdersDesk;
  }
}
