/** The ceremonies of WebAuthn, in a file of their own: loaded when somebody wants a passkey. */
export {registerPasskey, signInWithPasskey} from './sign-in/passkeys.js';
