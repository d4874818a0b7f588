import {Dictionary} from '@local-widgets/core';
import type {DetailsMessages} from './details.js';
import type {FailureMessages} from './failures.js';
import type {FinderMessages} from './finder.js';
import {fr, type ListMessages} from './fr.js';
import type {LinkMessages} from './link.js';
import type {ShareMessages} from './share.js';

export type {ListMessages} from './fr.js';

/** All sentences: those of agenda and month, and those that come later with the parts that use them. */
export type Messages = ListMessages &
  DetailsMessages &
  FinderMessages &
  ShareMessages &
  LinkMessages &
  Partial<FailureMessages>;

/**
 * The calendar's sentences in French and English. `eventCalendarMessages.add('de', {…})` brings another
 * language or another wording, for any of the keys of `Messages`, before or after the parts that use them.
 */
export const eventCalendarMessages = new Dictionary<Messages>(fr, () =>
  import('./en.js').then(({en}) => en),
);
