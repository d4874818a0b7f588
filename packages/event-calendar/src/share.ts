import {eventCalendarMessages} from './locales/index.js';
import {shareFr} from './locales/share.js';

eventCalendarMessages.extend(shareFr);

/** Links, subscriptions, print and files of what is shown: loaded when somebody asks for one of them. */
export {deliverLink} from '@local-widgets/core';
export {saveDate, saveSeries} from './share/files.js';
export {Sharing} from './share/sharing.js';
