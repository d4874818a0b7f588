import {failuresFr} from './locales/failures.js';
import {shopsMapMessages} from './locales/index.js';

/** What to tell a visitor about a list that does not come: loaded when it does not. */
shopsMapMessages.extend(failuresFr);
