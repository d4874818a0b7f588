import type {Language} from '@local-widgets/model/schemas.js';
import {en} from './locales/en.js';
import {fr, type EventPageWords} from './locales/fr.js';

export type {EventPageWords};

export const eventPageWords = (language: Language): EventPageWords => (language === 'en' ? en : fr);
