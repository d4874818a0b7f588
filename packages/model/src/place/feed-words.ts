import {titleCase} from '../text/title-case.js';
import {adaptValues} from './adapt-values.js';
import type {FeedWords} from './feed-words-type.js';
import {targetOfKey} from './field-aliases.js';
import {findSwapped} from './find-swapped.js';
import {createKindReader} from './kind.js';
import {middleOf} from './middle-of.js';

/** How other people's feeds are read: their names for our fields and categories, names in capitals. */
export const feedWords: FeedWords = {
  titleCase,
  adaptValues,
  targetOfKey,
  findSwapped,
  middleOf,
  createKindReader,
};
