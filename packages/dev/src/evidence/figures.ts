import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {CitedTest, Text} from './accessibility.js';

/** What one moment of a page has cost so far, and what it left; written by `npm run evidence`. */
export interface Moment {
  readonly requests: number;
  /** Origins, without that of the page's own files. */
  readonly others: readonly string[];
  /** Of scripts, each as brotli makes it. */
  readonly scriptBytes: number;
  /** Of all else, as it was sent: data, tiles, answers of a hub. */
  readonly dataBytes: number;
  /** Milliseconds of processor time of the main thread. */
  readonly busy: number;
  /** Milliseconds of the longest task over 50; 0 when there is none. */
  readonly longest: number;
  /** Elements of the page and of the widget. */
  readonly elements: number;
  readonly cookies: number;
  /** Keys in the stores of the device. */
  readonly keys: readonly string[];
}

export interface WidgetFigures {
  readonly widget: string;
  readonly loaded: Moment;
  readonly used: Moment;
  /** Requests in a minute that nobody does anything in, after loading and after the use. */
  readonly restingRequests: {readonly loaded: number; readonly used: number};
}

export interface FiguresFile {
  readonly measured: string;
  readonly browser: string;
  readonly processor: string;
  readonly widgets: readonly WidgetFigures[];
}

export interface RgesnCriterion {
  readonly number: string;
  /** In French, as it was published. */
  readonly title: string;
  /** `site`: whoever runs the site or the server answers for it. */
  readonly status: 'C' | 'NC' | 'NA' | 'site';
  readonly how: Text;
  readonly tests?: readonly CitedTest[];
  readonly files?: readonly string[];
}

export interface Rgesn {
  readonly standard: string;
  readonly source: string;
  readonly criteria: readonly RgesnCriterion[];
}

const read = (root: string, name: string): unknown =>
  JSON.parse(readFileSync(join(root, 'docs/evidence', name), 'utf8'));

export const readFigures = (root: string): FiguresFile => read(root, 'figures.json') as FiguresFile;

export const readRgesn = (root: string): Rgesn => read(root, 'rgesn.json') as Rgesn;
