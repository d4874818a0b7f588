import type {ChatSettings} from '@local-widgets/model/schemas.js';
import {plain} from '../../format/plain.js';

export type CannedAnswer = ChatSettings['cannedAnswers'][number];

/** A slash that somebody has typed to find a canned answer, and what follows it up to the caret. */
export interface Slash {
  /** Where the slash stands. */
  readonly at: number;
  readonly query: string;
}

/** The slash before the caret: at the beginning of a word, with no space after it. */
export function slashBefore(text: string, caret: number): Slash | undefined {
  const [found, query] = /(?<!\S)\/([^\s/]{0,40})$/u.exec(text.slice(0, caret)) ?? [];
  return found === undefined || query === undefined ? undefined : {at: caret - found.length, query};
}

/** Letters from which on the texts are searched as well: fewer are in all of them. */
const SOME = 3;

/** The answers that are meant: first those whose name begins so, then those that have it anywhere. */
export function cannedFor(answers: readonly CannedAnswer[], query: string): CannedAnswer[] {
  const wanted = plain(query);
  const starts = answers.filter(({name}) => plain(name).startsWith(wanted));
  const others = answers.filter(
    answer =>
      !starts.includes(answer) &&
      (plain(answer.name).includes(wanted) ||
        (wanted.length >= SOME && plain(answer.text).includes(wanted))),
  );
  return [...starts, ...others];
}

/** A text with a part of it exchanged, and where the caret stands then. */
export function insert(
  text: string,
  from: number,
  to: number,
  words: string,
): {readonly text: string; readonly caret: number} {
  const before = text.slice(0, from);
  // no two words run into one
  const gap = /\S$/.test(before) ? ' ' : '';
  return {text: before + gap + words + text.slice(to), caret: from + gap.length + words.length};
}
