import type {Language} from '@local-widgets/model/schemas.js';
import type {Sentence} from '../http/problem.js';
import {en} from './locales/en.js';
import {fr, type EventWords} from './locales/fr.js';

export type {EventWords};

export const eventWords = (language: Language): EventWords => (language === 'en' ? en : fr);

/** A sentence in the language of the request. */
export const sayEvent =
  (choose: (words: EventWords) => string): Sentence =>
  language =>
    choose(eventWords(language));
