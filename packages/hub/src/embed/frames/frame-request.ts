import type {Language} from '@local-widgets/model/schemas.js';
import {HubProblem} from '../../http/problem.js';
import {sayEmbed} from '../embed-words.js';
import {FRAME_WIDGETS, type FrameWidget, type FrameWidgetName} from './frame-widgets.js';
import {originsOf, type FrameOrigins} from './frame-origins.js';

/** What the address of a frame asks for, checked. */
export interface FrameRequest {
  name: FrameWidgetName;
  widget: FrameWidget;
  /** As the address gave them, in the order of the widget's list; of flags, the empty text. */
  given: ReadonlyMap<string, string>;
  /** Of the page. */
  lang: string;
  /** The hub's own words, which are French or English. */
  language: Language;
  /** Name of the frame; undefined for the usual one. */
  title: string | undefined;
  theme: Theme;
  origins: FrameOrigins;
}

/**
 * A frame cannot see whether the page around is light or dark. One that says nothing is light, also for
 * visitors who prefer the dark; `auto` is for pages that follow them.
 */
const THEMES = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof THEMES)[number];

/** Characters: more than any attribute is meant to hold, and no more than servers on the way take. */
const MAX_LENGTH = 2000;
const LANG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/**
 * Reads the query of a frame. Only attributes that the widget takes in a frame are looked at; `on…` and
 * `style` are none of them, whatever the case. Of a name given twice, the first counts.
 *
 * @param hub Public address of this hub
 * @throws HubProblem `invalid`
 */
export function readFrameRequest(
  name: FrameWidgetName,
  query: URLSearchParams,
  hub: string,
): FrameRequest {
  const widget: FrameWidget = FRAME_WIDGETS[name];
  const given = new Map<string, string>();
  for (const attribute of widget.takes) {
    const value = textOf(query, attribute);
    if (value === undefined) continue;
    if (!widget.flags.includes(attribute)) given.set(attribute, value);
    else if (value !== 'false') given.set(attribute, '');
  }
  if (!widget.needs.some(attribute => given.get(attribute)?.trim())) {
    throw new HubProblem('invalid', {
      detail: sayEmbed(words => words.needs(widget.needs.join(', '))),
    });
  }
  const lang = textOf(query, 'lang') ?? 'fr';
  if (!LANG.test(lang)) throw invalid('lang');
  const named = textOf(query, 'theme') ?? 'light';
  const theme = THEMES.find(each => each === named);
  if (!theme) throw invalid('theme');
  return {
    ...{name, widget, given, lang, theme},
    language: /^en\b/i.test(lang) ? 'en' : 'fr',
    title: textOf(query, 'title')?.trim() || undefined,
    origins: originsOf(widget, given, hub),
  };
}

/** The query that asks for the same, and for nothing else. */
export function queryOf({given, lang, title, theme}: FrameRequest): string {
  const query = new URLSearchParams([...given]);
  if (lang !== 'fr') query.set('lang', lang);
  if (title !== undefined) query.set('title', title);
  if (theme !== 'light') query.set('theme', theme);
  return query.toString();
}

function textOf(query: URLSearchParams, name: string): string | undefined {
  const value = query.get(name) ?? undefined;
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (value !== undefined && (value.length > MAX_LENGTH || /[\0-\x1f\x7f]/.test(value))) {
    throw invalid(name);
  }
  return value;
}

const invalid = (name: string) =>
  new HubProblem('invalid', {detail: sayEmbed(words => words.badValue(name))});
