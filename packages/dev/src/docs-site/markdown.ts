import MarkdownIt, {type Token} from 'markdown-it';
import {withFrenchSpaces} from '../widgets/french-spaces.js';
import {Html} from './html.js';
import {slugOf} from './links.js';

/** A text in Markdown as a page has it. */
export interface Rendered {
  readonly body: Html;
  /** Of the first heading, without marks. */
  readonly title: string;
  /** The first paragraph, without marks. */
  readonly summary: string;
  /** Where each address stands: `address` as written in the page, and the line of the text. */
  readonly links: ReadonlyMap<string, number>;
}

interface RenderOptions {
  readonly isFrench?: boolean;
  /** What the page writes for an address of the text. */
  readonly address: (written: string) => string;
  /** Name of a table that can be scrolled, for people who do not see it. */
  readonly tableName: string;
}

/** Markup in the text is not taken over: the sources are Markdown, and comments are for authors. */
const markdown = new MarkdownIt({html: false});

export function renderMarkdown(text: string, options: RenderOptions): Rendered {
  const tokens = markdown.parse(withoutComments(text), {});
  const links = new Map<string, number>();
  giveIds(tokens);
  for (const token of tokens) if (token.type === 'inline') rewrite(token, options, links);
  if (options.isFrench) keepSpaces(tokens);
  for (const token of tokens) {
    if (token.type === 'th_open') token.attrSet('scope', 'col');
    if (token.type === 'fence' || token.type === 'code_block') token.attrSet('tabindex', '0');
  }
  const written = markdown.renderer.render(tokens, markdown.options, {});
  const name = options.tableName.replaceAll('"', '&quot;');
  const body = written
    .replaceAll(
      '<table>',
      `<div class="scroll" role="group" tabindex="0" aria-label="${name}"><table>`,
    )
    .replaceAll('</table>', '</table></div>')
    .replace(/<pre><code([^>]*) tabindex="0"/g, '<pre tabindex="0"><code$1')
    .replace(/<pre tabindex="0"><code tabindex="0"/g, '<pre tabindex="0"><code');
  return {
    body: new Html(body),
    title: textAfter(tokens, 'heading_open'),
    summary: textAfter(tokens, 'paragraph_open'),
    links,
  };
}

/** Comments go, their lines stay, so that what is said of a line holds. */
const withoutComments = (text: string): string =>
  text.replace(/^<!--[\s\S]*?-->/gm, comment => comment.replace(/[^\n]/g, ''));

/** In texts, not in code. */
function keepSpaces(tokens: readonly Token[]): void {
  for (const token of tokens.flatMap(({children}) => children ?? [])) {
    if (token.type === 'text') token.content = withFrenchSpaces(token.content);
  }
}

function giveIds(tokens: readonly Token[]): void {
  const taken = new Map<string, number>();
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const slug = slugOf(plain(tokens[at + 1]));
    const count = taken.get(slug) ?? 0;
    taken.set(slug, count + 1);
    token.attrSet('id', count > 0 ? `${slug}-${count}` : slug);
  }
}

function rewrite(inline: Token, {address}: RenderOptions, links: Map<string, number>): void {
  let line = (inline.map?.[0] ?? 0) + 1;
  for (const token of inline.children ?? []) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
    const name = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : undefined;
    const written = name && token.attrGet(name);
    if (!name || written === null || written === undefined) continue;
    const found = address(String(written));
    token.attrSet(name, found);
    if (!links.has(found)) links.set(found, line);
  }
}

function textAfter(tokens: readonly Token[], type: string): string {
  const at = tokens.findIndex(token => token.type === type);
  return at < 0 ? '' : plain(tokens[at + 1]);
}

function plain(inline: Token | undefined): string {
  return (inline?.children ?? [])
    .map(({type, content}) => (/break$/.test(type) ? ' ' : content))
    .join('');
}
