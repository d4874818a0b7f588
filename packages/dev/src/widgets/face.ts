import {CATEGORIES} from './categories.js';
import {oneLine, textsOf, type Tag} from './comments.js';
import type {Widget, WidgetIcon, Words} from './types.js';
import {readWords, type Tell} from './words.js';

/** What a list of widgets shows of one, and what a page puts around and into it. */
export type Face = Pick<
  Widget,
  | 'label'
  | 'description'
  | 'category'
  | 'keywords'
  | 'icon'
  | 'minHeight'
  | 'fallback'
  | 'example'
  | 'needs'
  | 'privacy'
>;

/** Reads it from the tags of the class; tells of each that is missing. */
export function readFace(tags: readonly Tag[], tell: Tell): Face {
  const lines = (name: string): string => {
    const [text = ''] = textsOf(tags, name);
    if (!text) tell(`@${name} is missing`, `"@${name} …"`);
    return text;
  };
  const text = (name: string): string => oneLine(lines(name));
  const words = (name: string): Words => {
    const both = text(name);
    return both ? readWords(both, `its @${name}`, `@${name}`, tell) : {fr: '', en: ''};
  };
  const keywords = words('keywords');
  return {
    label: words('label'),
    description: words('help'),
    category: readCategory(text('category'), tell),
    keywords: {fr: listOf(keywords.fr), en: listOf(keywords.en)},
    icon: readIcon(text('icon'), tell),
    minHeight: text('height'),
    fallback: words('fallback'),
    example: lines('example').replace(/^```\w*\n|\n```$/g, ''),
    needs: text('needs') ? textsOf(tags, 'needs').map(names => names.split(/\s+/)) : [],
    privacy: words('privacy'),
  };
}

function readCategory(id: string, tell: Tell): string {
  const known = CATEGORIES.map(one => one.id);
  if (id && !known.includes(id)) tell(`@category ${id} is none`, known.join(', '));
  return id;
}

/** `dashicon-name M4 5h16…`: the path fills a square of 24 by 24. */
function readIcon(text: string, tell: Tell): WidgetIcon {
  const [, dashicon = '', path = ''] =
    /^([a-z-]+) ([MmLlHhVvCcSsQqTtAaZz\d\s.,-]+)$/.exec(text) ?? [];
  if (text && !path) tell(`@icon ${text} cannot be read`, '"@icon dashicon M4 5h16…"');
  return {path, viewBox: '0 0 24 24', dashicon};
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map(word => word.trim())
    .filter(Boolean);
