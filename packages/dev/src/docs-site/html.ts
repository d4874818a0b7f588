import {withFrenchSpaces} from '../widgets/french-spaces.js';

/** Markup that is safe to write: made by `html`, or by the Markdown renderer. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

type Part = Html | string | number | false | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, character => ENTITIES[character]!);

/** All texts of a table of words, as French wants its spaces. */
export function inFrench<T>(texts: T): T {
  if (typeof texts === 'string') return withFrenchSpaces(texts) as T;
  if (Array.isArray(texts)) return texts.map(inFrench) as T;
  const entries = Object.entries(texts as object).map(
    ([name, one]) => [name, inFrench(one)] as const,
  );
  return Object.fromEntries(entries) as T;
}

/** A template of markup: what is put in is text, unless it is `Html` itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const written = strings.map((text, at) => text + (at < parts.length ? write(parts[at]) : ''));
  return new Html(written.join(''));
}

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(write).join('') : escapeHtml(String(part));
}

/** Text in which `code` is marked as in Markdown. */
export function withCode(text: string): Html {
  const parts = text.split(/`([^`]+)`/);
  return html`${parts.map((part, at) => (at % 2 ? html`<code>${part}</code>` : part))}`;
}
