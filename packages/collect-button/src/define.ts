import {defineElement} from '@local-widgets/core';
import {LocalCollectButton} from './local-collect-button.js';
import {version} from './version.js';

defineElement('local-collect-button', LocalCollectButton, version);

declare global {
  interface HTMLElementTagNameMap {
    'local-collect-button': LocalCollectButton;
  }
}
