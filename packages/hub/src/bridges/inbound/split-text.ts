import {cleanMessage, MESSAGE_LENGTH} from '@local-widgets/model';

/** Messages that one text becomes at most: a longer one is refused rather than cut. */
const MOST_PARTS = 10;

/**
 * A text as messages that are short enough, split where paragraphs, lines, sentences or words end; none
 * for an empty one, `undefined` for one that is too long.
 */
export function splitText(text: string): string[] | undefined {
  const parts: string[] = [];
  for (let rest = cleanMessage(text); rest !== '';) {
    if (parts.length === MOST_PARTS) return undefined;
    const end = endOfPart(rest);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return parts;
}

function endOfPart(text: string): number {
  if (text.length <= MESSAGE_LENGTH) return text.length;
  const head = text.slice(0, MESSAGE_LENGTH);
  for (const end of ['\n\n', '\n', '. ', ' ']) {
    const at = head.lastIndexOf(end);
    // a part of a few words is worse than a broken sentence
    if (at > MESSAGE_LENGTH / 4) return at + end.length;
  }
  // no half of a pair of surrogates
  return /[\ud800-\udbff]$/.test(head) ? MESSAGE_LENGTH - 1 : MESSAGE_LENGTH;
}
