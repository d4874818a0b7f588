import {detailsEn} from './english/details.js';
import {failuresEn} from './english/failures.js';
import {finderEn} from './english/finder.js';
import {listEn} from './english/list.js';
import {shareEn} from './english/share.js';
import type {Messages} from './index.js';

/** All English sentences in one file, which only English pages load. */
export const en: Messages = {
  ...listEn,
  ...detailsEn,
  ...finderEn,
  ...shareEn,
  ...failuresEn,
};
