import type {Language} from '@local-widgets/model/schemas.js';
import {en} from './locales/en.js';
import {fr, type EventMailWords} from './locales/fr.js';

export type {EventMailWords};

export const eventMailWords = (language: Language): EventMailWords => (language === 'en' ? en : fr);
