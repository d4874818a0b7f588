import {adoptStyles} from '@local-widgets/core';
import type {ChatHost} from './chat-part.js';
import {imagesStyles} from './images/images.styles.js';
import {Images} from './images/images.js';
import {imagesFr} from './locales/images.js';
import {chatMessages} from './locales/index.js';
import type {ImagesPart} from './panel/aside.js';

chatMessages.extend(imagesFr);

/** Pictures in messages, in a file of its own. */
export function imagesIn(host: ChatHost): ImagesPart {
  adoptStyles(host.renderRoot as ShadowRoot, imagesStyles);
  return new Images();
}
