import type {Language} from '@local-widgets/model/schemas.js';
import type {Sentence} from '../http/problem.js';
import {en} from './locales/en.js';
import {fr, type EmbedWords} from './locales/fr.js';

export const embedWords = (language: Language): EmbedWords => (language === 'en' ? en : fr);

/** A sentence in the language of the request. */
export const sayEmbed =
  (choose: (words: EmbedWords) => string): Sentence =>
  language =>
    choose(embedWords(language));
