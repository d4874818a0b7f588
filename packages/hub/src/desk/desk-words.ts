import type {Language} from '@local-widgets/model/schemas.js';
import {en} from './locales/en.js';
import {fr, type DeskWords} from './locales/fr.js';

export const deskWords = (language: Language): DeskWords => (language === 'en' ? en : fr);
