import {deskMessages} from './locales/index.js';
import {signInFr} from './locales/sign-in.js';

deskMessages.extend(signInFr);

/** How one signs in, in a file of its own: who is signed in never loads it. */
export {SignInView} from './sign-in/sign-in-view.js';
