import {isObject, listOf, type Json} from '../json.js';
import {messageOf, UnreadableFeedError} from '../unreadable-feed-error.js';

const MAX_DEPTH = 8;
const SCRIPT = /<script\b([^<>]{0,1000})>/gi;
const JSON_LD = /\btype\s*=\s*["']?application\/ld\+json\b/i;

/** What a JSON-LD document tells of. */
export interface Thing {
  readonly value: unknown;
  /** Whether it is an element of an ItemList, whose author meant it to be seen. */
  readonly isListed: boolean;
}

/** The things in a document: of arrays, `@graph`, lists and pages those inside, not these themselves. */
export function* thingsOf(value: unknown, isListed = false, depth = 0): Generator<Thing> {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const one of value) yield* thingsOf(one, isListed, depth + 1);
    return;
  }
  const types = isObject(value) ? typesOf(value) : [];
  const {
    '@graph': graph,
    itemListElement,
    item,
    mainEntity,
  } = isObject(value) ? value : ({} as Json);
  if (graph !== undefined) yield* thingsOf(graph, false, depth + 1);
  else if (types.includes('BreadcrumbList')) return;
  else if (itemListElement !== undefined) yield* thingsOf(itemListElement, true, depth + 1);
  else if (types.includes('ListItem') && item !== undefined) yield* thingsOf(item, true, depth + 1);
  else {
    yield {value, isListed};
    if (isObject(mainEntity)) yield* thingsOf(mainEntity, isListed, depth + 1);
  }
}

/** `Bakery` of `https://schema.org/Bakery` and `schema:Bakery`. */
export function typesOf(thing: Json): string[] {
  return listOf(thing['@type'])
    .filter(type => typeof type === 'string')
    .map(type => type.replace(/^.*[/#:]/, ''));
}

/** A block of a page that is no JSON. */
export class BrokenBlock {
  constructor(readonly detail: string) {}
}

/**
 * The values of the JSON-LD blocks of a web page, found without a DOM: a tag's attributes must be
 * shorter than 1,000 characters and without angle brackets. Blocks that cannot be parsed are told as such.
 *
 * @throws {UnreadableFeedError} when the page has none.
 */
export function blocksOf(page: string): unknown[] {
  const blocks: unknown[] = [];
  const end = /<\/script/gi;
  SCRIPT.lastIndex = 0;
  for (let tag = SCRIPT.exec(page); tag; tag = SCRIPT.exec(page)) {
    end.lastIndex = SCRIPT.lastIndex;
    const close = end.exec(page);
    if (!close) break;
    const text = page.slice(SCRIPT.lastIndex, close.index);
    SCRIPT.lastIndex = end.lastIndex;
    if (JSON_LD.test(tag[1] ?? '')) blocks.push(parseBlock(text, blocks.length + 1));
  }
  if (blocks.length) return blocks;
  throw new UnreadableFeedError('html', 'a web page without JSON-LD');
}

/** Some systems wrap the block into a comment or a CDATA section. */
function parseBlock(text: string, number: number): unknown {
  const json = withoutEnd(
    text.trim().replace(/^(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)/, ''),
  );
  try {
    return JSON.parse(json);
  } catch (error) {
    return new BrokenBlock(`JSON-LD block ${number}: ${messageOf(error)}`);
  }
}

/** From the end backwards: an expression would try every run of white space in a page of megabytes. */
function withoutEnd(text: string): string {
  if (text.endsWith('-->')) return text.slice(0, -3);
  const section = text.endsWith('*/') ? text.slice(0, -2).trimEnd() : text;
  if (!section.endsWith(']]>')) return text;
  return section
    .slice(0, -3)
    .trimEnd()
    .replace(/\/[/*]$/, '');
}
