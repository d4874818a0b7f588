import {isReplyLine} from './reply-line.js';

/**
 * What somebody wrote in an answer by mail: without the mail that it answers, without signature, device and
 * advertisement. It knows what the programs write that people in France use, in French and English (Gmail,
 * Apple Mail, Outlook, Thunderbird, Yahoo, Proton, and the web mails of Orange, Free, SFR and La Poste).
 * Where it is in doubt it keeps: words too many are seen, words too few are lost.
 *
 * Goes over each line once or twice, with expressions that do not go back: a mail is made by whoever likes.
 *
 * @param text the plain text of the mail
 */
export function stripReply(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .split('\n')
    .map(line => line.trimEnd());
  return withoutEnding(withoutQuote(lines)).join('\n').trim();
}

/** Lines that a sentence before a quote may be broken into. */
const MOST_BROKEN = 4;
/** Characters of such a sentence at most. */
const LONGEST = 400;

function withoutQuote(lines: readonly string[]): string[] {
  for (let at = 0; at < lines.length; at++) {
    if (isReplyLine(unquoted(lines[at]!))) return lines.slice(0, sentenceBefore(lines, at));
    const length = quoteHeadAt(lines, at);
    if (length === 0) continue;
    const rest = lines.slice(at + length);
    return isMarked(rest) ? [...lines.slice(0, at), ...answersIn(rest)] : lines.slice(0, at);
  }
  return answersIn(lines);
}

const isQuoted = (line: string) => line.startsWith('>');
const isBlank = (line: string) => line.trim() === '';
const unquoted = (line: string) => line.replace(/^[> ]+/, '');

/** Whether a quote is marked with `>`, so that an answer below it can be told from it. */
function isMarked(lines: readonly string[]): boolean {
  return isQuoted(lines.find(line => !isBlank(line)) ?? '');
}

/**
 * What is not quoted; when answers stand between quotes, both, because the ones are not understood
 * without the others.
 */
function answersIn(lines: readonly string[]): string[] {
  const ending = lines.findLastIndex(line => !isBlank(line) && !isQuoted(line));
  const kept = lines.slice(0, ending + 1);
  const starts = kept.filter((line, at) => isQuoted(line) && !isQuoted(kept[at - 1] ?? ''));
  return starts.length > 1 ? kept : kept.filter(line => !isQuoted(line));
}

/** A sentence such as “Le … a écrit :” may stand between the answer and a line that was met first. */
function sentenceBefore(lines: readonly string[], end: number): number {
  for (let at = Math.max(0, end - MOST_BROKEN - 4); at < end; at++) {
    if (quoteHeadAt(lines, at) > 0) return at;
  }
  return end;
}

/** How many lines, from this one on, announce a quote; 0 when they do not. */
function quoteHeadAt(lines: readonly string[], at: number): number {
  const line = lines[at]!.trim();
  if (line === '' || isQuoted(line)) return quotedHeadAt(line);
  if (SEPARATORS.some(separator => separator.test(line))) return 1;
  if (STARTS.some(start => start.test(line))) {
    let sentence = '';
    for (let more = 0; more < MOST_BROKEN && at + more < lines.length; more++) {
      sentence = `${sentence} ${lines[at + more]!.trim()}`.trim();
      if (sentence.length > LONGEST || isBlank(lines[at + more]!)) break;
      if (SENTENCES.some(whole => whole.test(sentence))) return more + 1;
    }
  }
  return headersAt(lines, at);
}

/** Orange and SFR put the announcement into the quote. */
function quotedHeadAt(line: string): number {
  return /^> ?-* ?Message du \d/i.test(line) ? 1 : 0;
}

/** First words of a sentence that announces a quote: what does not begin so is not looked at further. */
const STARTS = [/^Le .*\d/i, /^On .*\d/i, /^\d{4}-\d\d-\d\d/, /^Le (lun|mar|mer|jeu|ven|sam|dim)/i];

const SENTENCES = [
  // Gmail, Apple Mail, Thunderbird, Yahoo, Proton
  /^Le .*\d.*a écrit ?:$/i,
  /^On .*\d.*wrote ?:$/i,
  // Gmail on telephones, formerly
  /^\d{4}-\d\d-\d\d .*<[^<>]+>(?: ?a écrit)? ?:$/i,
];

const SEPARATORS = [
  /^[-‐_]{2,} ?(Message d['’]origine|Mail original|Mail d['’]origine|Message original|Original Message|Message transféré|Forwarded message|Courriel original) ?[-‐_]{2,}$/i,
  /^(Début du message réexpédié|Début du message transféré|Begin forwarded message) ?:$/i,
];

/** Fields of the quoted mail's head, as Outlook and Free write them. */
const FIELD = /^\*?(De|From|Envoyé(?: le)?|Sent|Date|À|A|To|Cc|Objet|Subject) ?: ?\*? ?\S?/i;
const FIRST_FIELD = /^\*?(De|From) ?:/i;

/** A head begins with its sender, and two other fields follow within the next lines. */
function headersAt(lines: readonly string[], at: number): number {
  let from = at;
  if (/^_{5,}$/.test(lines[at]!.trim())) from = isBlank(lines[at + 1] ?? '') ? at + 2 : at + 1;
  if (!FIRST_FIELD.test(lines[from]?.trim() ?? '')) return 0;
  const next = lines.slice(from + 1, from + 6).filter(line => FIELD.test(line.trim()));
  return next.length >= 2 ? from - at + 1 + next.length : 0;
}

/** Takes off the end what is no answer, until nothing of it is left. */
function withoutEnding(lines: readonly string[]): string[] {
  // RFC 3676, section 4.3; the space at its end has often been lost
  const signature = lines.findIndex((line, at) => line === '--' && at > 0);
  const kept = signature < 0 ? [...lines] : lines.slice(0, signature);
  while (kept.length > 0) {
    const last = kept.at(-1)!.trim();
    if (last !== '' && !ENDINGS.some(ending => ending.test(last))) break;
    kept.pop();
  }
  return kept;
}

const ENDINGS = [
  /^(Envoyé|Sent) (de|depuis|à partir de|from|via|avec|with) .{1,80}$/i,
  /^(Télécharger|Téléchargez|Obtenir|Get|Download) (Outlook|Yahoo|l['’]application) .{0,120}$/i,
  /^Provenance ?: .{1,80}$/i,
  /^(Garanti sans virus|Virus-free|Sans virus)\.? ?.{0,80}$/i,
  /^<?https?:\/\/(www\.)?(avast|avg|aka\.ms)\S*>?$/i,
  /^\[image ?: [^\]]{0,80}\]$/i,
  /^[-_=*]{2,}$/,
];
