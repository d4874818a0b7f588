import type {Language} from '@local-widgets/model/schemas.js';
import {en} from './en.js';
import {fr, type MailWords} from './fr.js';

/** The words of each language. */
export const MAIL_WORDS: Readonly<Record<Language, MailWords>> = {fr, en};
