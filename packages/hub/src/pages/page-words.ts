import type {Language} from '@local-widgets/model/schemas.js';
import {en} from './locales/en.js';
import {fr, type PageWords} from './locales/fr.js';

const WORDS: Readonly<Record<Language, PageWords>> = {fr, en};

export const pageWords = (language: Language): PageWords => WORDS[language];
