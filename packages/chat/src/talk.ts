import {adoptStyles} from '@local-widgets/core';
import {chatMessages} from './locales/index.js';
import {talkFr} from './locales/talk.js';
import type {PanelView, TalkPart} from './panel/aside.js';
import {Talk} from './talk/talk.js';
import {talkStyles} from './talk/talk.styles.js';

chatMessages.extend(talkFr);

/** What carries messages and shows them, in a file of its own: loaded by the first letter. */
export function talkIn(view: PanelView): TalkPart {
  adoptStyles(view.host.renderRoot as ShadowRoot, talkStyles);
  return new Talk(view);
}
