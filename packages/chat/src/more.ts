import {adoptStyles} from '@local-widgets/core';
import type {ChatHost} from './chat-part.js';
import {chatMessages} from './locales/index.js';
import {moreFr} from './locales/more.js';
import {moreStyles} from './more/more.styles.js';
import {Options} from './more/options.js';
import type {MorePart} from './panel/aside.js';

chatMessages.extend(moreFr);

/** What can be done with a conversation beside writing, in a file of its own. */
export function moreIn(host: ChatHost): MorePart {
  adoptStyles(host.renderRoot as ShadowRoot, moreStyles);
  return new Options();
}
