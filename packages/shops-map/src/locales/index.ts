import {Dictionary} from '@local-widgets/core';
import type {CardMessages} from './card.js';
import {fr, type ListMessages} from './fr.js';
import type {MapMessages} from './map.js';

export type {ListMessages} from './fr.js';

/** All sentences: the list's, and those that come later with the card and the map. */
export type Messages = ListMessages & CardMessages & MapMessages;

/**
 * The map's sentences in French and English. `shopsMapMessages.add('de', {…})` brings another language
 * or another wording, for any of the keys of `Messages`, before or after the parts that use them.
 */
export const shopsMapMessages = new Dictionary<Messages>(fr, () =>
  import('./en.js').then(({en}) => en),
);
