import {Dictionary} from '@local-widgets/core';
import {en} from './en.js';
import {fr} from './fr.js';

export type {Messages} from './fr.js';

/** The map's sentences. `shopsMapMessages.add('de', {…})` brings another language or wording. */
export const shopsMapMessages = new Dictionary(fr, en);
