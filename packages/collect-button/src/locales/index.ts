import {Dictionary} from '@local-widgets/core';
import type {ConfirmationMessages} from './confirmation.js';
import type {DialogMessages} from './dialog.js';
import type {DirectMessages} from './direct.js';
import {fr, type FaceMessages} from './fr.js';

/** All sentences: the button's, and those that come later with the parts that use them. */
export type Messages = FaceMessages & DialogMessages & DirectMessages & ConfirmationMessages;

/**
 * The button's sentences in French and English. `collectMessages.add('de', {…})` brings another language
 * or another wording, for any of the keys of `Messages`, before or after the parts that use them.
 * What the last button says is the law's, and not among them.
 */
export const collectMessages = new Dictionary<Messages>(fr, () =>
  import('./en.js').then(({en}) => en),
);
