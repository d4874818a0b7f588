import {defineElement} from '@local-widgets/core';
import {LocalShopsMap} from './local-shops-map.js';
import {version} from './version.js';

defineElement('local-shops-map', LocalShopsMap, version);

declare global {
  interface HTMLElementTagNameMap {
    'local-shops-map': LocalShopsMap;
  }
}
