import {Dictionary} from '@local-widgets/core';
import type {CardMessages} from './card.js';
import type {DetailsMessages} from './details.js';
import type {FailureMessages} from './failures.js';
import type {FinderMessages} from './finder.js';
import {fr, type ListMessages} from './fr.js';
import type {LinkMessages} from './link.js';
import type {MapMessages} from './map.js';
import type {SearchMessages} from './search.js';
import type {ShareMessages} from './share.js';

export type {ListMessages} from './fr.js';

/** All sentences: the list's, and those that come later with the parts that use them. */
export type Messages = ListMessages &
  DetailsMessages &
  Partial<FailureMessages> &
  CardMessages &
  FinderMessages &
  SearchMessages &
  ShareMessages &
  LinkMessages &
  MapMessages;

/**
 * The map's sentences in French and English. `shopsMapMessages.add('de', {…})` brings another language
 * or another wording, for any of the keys of `Messages`, before or after the parts that use them.
 */
export const shopsMapMessages = new Dictionary<Messages>(fr, () =>
  import('./en.js').then(({en}) => en),
);
