import {defineElement} from '@local-widgets/core';
import {LocalChat} from './local-chat.js';
import {version} from './version.js';

defineElement('local-chat', LocalChat, version);

declare global {
  interface HTMLElementTagNameMap {
    'local-chat': LocalChat;
  }
}
