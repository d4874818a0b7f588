import type {Language} from '@local-widgets/model/schemas.js';
import {en} from './locales/en.js';
import {fr, type ChatMailWords} from './locales/fr.js';

export const chatMailWords = (language: Language): ChatMailWords => (language === 'en' ? en : fr);
