import type {Html} from './html.js';

export type Language = 'fr' | 'en';

/** Parts of the site, as the menu has them. */
export type Section = 'start' | 'widgets' | 'guides' | 'configurator' | 'developers';

/** One page of the site, before the frame that all pages have. */
export interface Page {
  /** Where it goes below the site's folder, such as `en/guides/start.html`. */
  readonly path: string;
  readonly lang: Language;
  readonly section: Section;
  /** Plain text. */
  readonly title: string;
  /** For search engines, and lists of pages. */
  readonly summary?: string;
  /** With its `<h1>`. */
  readonly body: Html;
  /** The same page in the other language. */
  readonly other?: string;
  /** Scripts below the site's folder. */
  readonly scripts?: readonly string[];
  /** Pages that belong together, listed beside it. */
  readonly beside?: readonly PageLink[];
  /** Uses the whole width. */
  readonly wide?: boolean;
  /** More sources that the page's own policy allows, by directive. */
  readonly policy?: Readonly<Record<string, string>>;
  /** Where a link stands in the sources, by its address as it was written. */
  readonly origins?: ReadonlyMap<string, string>;
}

export interface PageLink {
  readonly path: string;
  readonly title: string;
}
