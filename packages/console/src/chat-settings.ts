import {chatSettingsFr} from './locales/chat-settings.js';
import {inboxFr} from './locales/inbox.js';
import {deskMessages} from './locales/index.js';

deskMessages.extend({...inboxFr, ...chatSettingsFr});

/** The settings of the chat, in a file of their own. */
export {ChatShop} from './inbox/settings/chat-shop.js';
