import {cardEn} from './english/card.js';
import {detailsEn} from './english/details.js';
import {failuresEn} from './english/failures.js';
import {finderEn} from './english/finder.js';
import {linkEn} from './english/link.js';
import {listEn} from './english/list.js';
import {mapEn} from './english/map.js';
import {searchEn} from './english/search.js';
import {shareEn} from './english/share.js';
import type {Messages} from './index.js';

/** All English sentences in one file, which only English pages load. */
export const en: Messages = {
  ...listEn,
  ...detailsEn,
  ...failuresEn,
  ...cardEn,
  ...finderEn,
  ...searchEn,
  ...shareEn,
  ...mapEn,
  ...linkEn,
};
