import {contactEn} from './english/contact.js';
import {faceEn} from './english/face.js';
import {frameEn} from './english/frame.js';
import {imagesEn} from './english/images.js';
import {moreEn} from './english/more.js';
import {panelEn} from './english/panel.js';
import {roomEn} from './english/room.js';
import {talkEn} from './english/talk.js';
import type {Messages} from './index.js';

/** All English sentences in one file, which only English pages load. */
export const en: Messages = {
  ...faceEn,
  ...frameEn,
  ...panelEn,
  ...contactEn,
  ...imagesEn,
  ...moreEn,
  ...roomEn,
  ...talkEn,
};
