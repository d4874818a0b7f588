import type {SignInMessages} from '../sign-in.js';

export const signInEn: SignInMessages = {
  signInTitle: 'Sign in to the desk',
  signInHint: 'Without a password: a link by e-mail, or a passkey of your device.',
  email: 'E-mail address',
  emailHint: 'For example shop@example.org',
  emailInvalid: 'Write a whole e-mail address, for example shop@example.org.',
  sendLink: 'Get a sign-in link',
  linkSent: 'Look into your inbox',
  linkSentHint: email =>
    `If ${email} is known here, a link has been sent to it. It works once, on this device. Look into the spam folder too.`,
  linkAgain: 'Use another address',
  linkOpened: 'I have opened the link',
  or: 'or',
  usePasskey: 'Sign in with a passkey',
  passkeyUnknown: 'This passkey is not known. Ask for a link by e-mail.',
};
