import {shareFr} from './locales/share.js';
import {shopsMapMessages} from './locales/index.js';

shopsMapMessages.extend(shareFr);

/** Links, print and files of what is shown: loaded when somebody asks for one of them. */
export {saveContact} from './share/contact.js';
export {Sharing} from './share/sharing.js';
