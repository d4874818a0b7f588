import type {Language} from '@local-widgets/model/schemas.js';
import {en} from './locales/en.js';
import {fr, type ChatWords} from './locales/fr.js';

/** What the chat says to people. */
export const chatWords = (language: Language): ChatWords => (language === 'en' ? en : fr);
