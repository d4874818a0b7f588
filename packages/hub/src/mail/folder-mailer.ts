import {mkdir, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createTransport} from 'nodemailer';
import type {Clock} from '../chance-and-clock.js';
import {composeMessage} from './compose-message.js';
import type {Mailer} from './mailer.js';

/** Told of each file, without the address in it. */
export type FolderLog = (file: string) => void;

/**
 * Writes mails as `.eml` files into a folder, which is made when it is missing: what a hub does that
 * has no SMTP server. Sent again, a mail replaces its own file. Only the hub's own user may read them.
 */
export function createFolderMailer(folder: string, clock: Clock, log: FolderLog): Mailer {
  const transport = createTransport({streamTransport: true, buffer: true, newline: 'windows'});
  return {
    async send(mail) {
      const {message} = await transport.sendMail(composeMessage(mail, clock.now()));
      await mkdir(folder, {recursive: true, mode: 0o700});
      const file = join(folder, `${mail.messageId.replace(/[^\w.-]+/g, '_')}.eml`);
      // a half-written file is never seen under its name
      await writeFile(`${file}.part`, message as Buffer, {mode: 0o600});
      await rename(`${file}.part`, file);
      log(file);
    },
    close: () => undefined,
  };
}
