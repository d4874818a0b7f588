import type {ChatHost, ChatLinks, ChatPart} from './chat-part.js';
import {ContactCard} from './contact/contact-card.js';
import {contactFr} from './locales/contact.js';
import {frameFr} from './locales/frame.js';
import {chatMessages} from './locales/index.js';

chatMessages.extend({...frameFr, ...contactFr});

/** The ways to get in touch where there is no hub, in a file of its own. */
export function contactIn(host: ChatHost, links: ChatLinks): ChatPart {
  return new ContactCard(host, links);
}
