import {createRequire} from 'node:module';

/**
 * nodemailer, when the first mail leaves. As CommonJS, because its ES modules import `node:http` as one,
 * which makes all that it exports: 6 MB of memory for a WebSocket client that no mail needs.
 */
export const loadNodemailer = (): typeof import('nodemailer') =>
  createRequire(import.meta.url)('nodemailer') as typeof import('nodemailer');
