import {mkdir, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Clock} from '../chance-and-clock.js';
import {composeMessage} from './compose-message.js';
import {loadNodemailer} from './load-nodemailer.js';
import type {Mailer} from './mailer.js';

/** Told of each file, without the address in it. */
export type FolderLog = (file: string) => void;

/**
 * Writes mails as `.eml` files into a folder, which is made when it is missing: what a hub does that
 * has no SMTP server. Sent again, a mail replaces its own file. Only the hub's own user may read them.
 */
export function createFolderMailer(folder: string, clock: Clock, log: FolderLog): Mailer {
  const make = () =>
    loadNodemailer().createTransport({streamTransport: true, buffer: true, newline: 'windows'});
  let transport: ReturnType<typeof make> | undefined;
  return {
    async send(mail) {
      transport ??= make();
      const {message} = await transport.sendMail(composeMessage(mail, clock.now()));
      const file = join(folder, `${mail.messageId.replace(/[^\w.-]+/g, '_')}.eml`);
      // a half-written file is never seen under its name
      await writeInto(folder, `${file}.part`, message as Buffer);
      await rename(`${file}.part`, file);
      log(file);
    },
    close: () => undefined,
  };
}

/** The folder is made when the first file finds none. */
async function writeInto(folder: string, file: string, content: Buffer): Promise<void> {
  const write = () => writeFile(file, content, {mode: 0o600});
  try {
    await write();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(folder, {recursive: true, mode: 0o700});
    await write();
  }
}
