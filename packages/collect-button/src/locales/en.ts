import {confirmationEn} from './english/confirmation.js';
import {dialogEn} from './english/dialog.js';
import {directEn} from './english/direct.js';
import {faceEn} from './english/face.js';
import type {Messages} from './index.js';

/** All English sentences in one file, which only English pages load. */
export const en: Messages = {...faceEn, ...dialogEn, ...directEn, ...confirmationEn};
