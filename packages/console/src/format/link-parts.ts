import {mailUrl, telUrl, webUrl} from '@local-widgets/core';

/** A piece of a text: words, or words that lead somewhere. */
export interface TextPart {
  readonly text: string;
  /** A checked address: http, https, mailto or tel. */
  readonly href?: string;
}

/** Addresses, e-mail addresses, and French numbers, as people write them. */
const FOUND =
  /\b(?:https?:\/\/|www\.)[^\s<>"«»]+|[\w\p{L}.+'-]+@[\w\p{L}.-]+\.[\p{L}]{2,}|(?:\+33[\s.]?|\b0)[1-9](?:[\s.-]?\d\d){4}\b/giu;

/** Signs that end a sentence rather than an address. */
const AFTER = /[.,;:!?'’…]+$/;

/**
 * Splits a message into words and links. Nothing is a link that is not checked; the text of a link is
 * what was written, so that nobody is led elsewhere than they read.
 */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  const say = (words: string): void => {
    if (words) parts.push({text: words});
  };
  for (const {0: found, index} of text.matchAll(FOUND)) {
    const words = unclosed(found.replace(AFTER, ''));
    const href = hrefOf(words);
    if (href === undefined) continue;
    say(text.slice(from, index));
    parts.push({text: words, href});
    from = index + words.length;
  }
  say(text.slice(from));
  return parts;
}

/** Without a bracket at its end that was opened before the address. */
function unclosed(words: string): string {
  return words.endsWith(')') && !words.includes('(') ? words.slice(0, -1) : words;
}

function hrefOf(words: string): string | undefined {
  if (/^https?:/i.test(words)) return webUrl(words);
  if (/^www\./i.test(words)) return webUrl(`https://${words}`);
  return words.includes('@') ? mailUrl(words) : telUrl(words);
}
