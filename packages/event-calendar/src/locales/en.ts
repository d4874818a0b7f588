import {detailsEn} from './english/details.js';
import {failuresEn} from './english/failures.js';
import {finderEn} from './english/finder.js';
import {linkEn} from './english/link.js';
import {listEn} from './english/list.js';
import {shareEn} from './english/share.js';
import type {Messages} from './index.js';

/** Which only other languages than French need. */
export {weekOfLocale} from '@local-widgets/model';

/** All English sentences in one file, which only English pages load. */
export const en: Messages = {
  ...listEn,
  ...detailsEn,
  ...finderEn,
  ...shareEn,
  ...linkEn,
  ...failuresEn,
};
