import type {Language} from '@local-widgets/model/schemas.js';

/** Above it one writes an answer: it stands first in each mail of a conversation. */
export const REPLY_LINE: Readonly<Record<Language, string>> = {
  fr: '↑ Pour répondre, écrivez au-dessus de cette ligne. ↑',
  en: '↑ To answer, write above this line. ↑',
};

const WORDS = Object.values(REPLY_LINE).map(words);

/** Whether it is that line, whatever a mail program made of its arrows. */
export function isReplyLine(line: string): boolean {
  return line.length < 120 && WORDS.includes(words(line));
}

function words(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')
    .trim();
}
