import {join} from 'node:path';
import type {HubContext} from '../context.js';
import {createFolderMailer} from './folder-mailer.js';
import type {Mailer} from './mailer.js';
import {createSmtpMailer} from './smtp-mailer.js';

/** By SMTP when the configuration names a server; otherwise as files, and the log says so. */
export function createMailer({
  config,
  clock,
  log,
}: Pick<HubContext, 'config' | 'clock' | 'log'>): Mailer {
  const {smtp} = config.mail;
  if (smtp) return createSmtpMailer(smtp, clock);
  const folder = join(config.dataFolder, 'mail');
  log.warn({folder}, 'No SMTP server is configured: mails are written to this folder.');
  return createFolderMailer(folder, clock, file =>
    log.info({file}, 'A mail was written to a file.'),
  );
}
