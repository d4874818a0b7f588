import {inboxFr} from './locales/inbox.js';
import {deskMessages} from './locales/index.js';

deskMessages.extend(inboxFr);

/** What shows the messages, in a file of its own. */
export {InboxView} from './inbox/inbox-view.js';
