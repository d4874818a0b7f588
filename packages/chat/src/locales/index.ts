import {Dictionary} from '@local-widgets/core';
import type {ContactMessages} from './contact.js';
import type {FrameMessages} from './frame.js';
import {fr, type FaceMessages} from './fr.js';
import type {ImageMessages} from './images.js';
import type {MoreMessages} from './more.js';
import type {PanelMessages} from './panel.js';
import type {RoomMessages} from './room.js';
import type {TalkMessages} from './talk.js';

/** All sentences: the button's, and those that come later with the parts that use them. */
export type Messages = FaceMessages &
  FrameMessages &
  PanelMessages &
  ContactMessages &
  ImageMessages &
  MoreMessages &
  RoomMessages &
  TalkMessages;

/** Sentences, and the language that they are really in. */
export interface Words {
  readonly messages: Messages;
  readonly language: string;
}

/**
 * The sentences in French and English. `chatMessages.add('de', {…})` brings another language or another
 * wording, for any of the keys of `Messages`, before or after the parts that use them.
 */
export const chatMessages = new Dictionary<Messages>(fr, () =>
  import('./en.js').then(({en}) => en),
);
