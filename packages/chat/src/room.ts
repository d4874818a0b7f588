import {adoptStyles} from '@local-widgets/core';
import type {ChatHost} from './chat-part.js';
import {chatMessages} from './locales/index.js';
import {roomFr} from './locales/room.js';
import type {PublicPart} from './panel/aside.js';
import {Neighbours} from './room/neighbours.js';
import {roomStyles} from './room/room.styles.js';

chatMessages.extend(roomFr);

/** Rooms where neighbours meet, in a file of its own. */
export function roomIn(host: ChatHost): PublicPart {
  adoptStyles(host.renderRoot as ShadowRoot, roomStyles);
  return new Neighbours();
}
