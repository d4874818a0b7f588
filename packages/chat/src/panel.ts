import type {ChatHost, ChatLinks, ChatPart} from './chat-part.js';
import {frameFr} from './locales/frame.js';
import {chatMessages} from './locales/index.js';
import {panelFr} from './locales/panel.js';
import {ChatPanel} from './panel/chat-panel.js';

chatMessages.extend({...frameFr, ...panelFr});

/** The panel, in a file of its own: loaded by the first click. */
export function panelIn(host: ChatHost, links: ChatLinks): ChatPart {
  return new ChatPanel(host, links);
}
