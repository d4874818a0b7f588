import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {CitedTest, Text} from './accessibility.js';

/** What one moment of a page has cost so far, and what it left; written by `npm run evidence`. */
export interface Moment {
  readonly requests: number;
  readonly others: readonly string[];
  readonly scriptBytes: number;
  readonly dataBytes: number;
  readonly busy: number;
  readonly longest: number;
  readonly elements: number;
  readonly cookies: number;
  readonly keys: readonly string[];
}

export interface WidgetFigures {
  readonly widget: string;
  readonly loaded: Moment;
  readonly used: Moment;
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
