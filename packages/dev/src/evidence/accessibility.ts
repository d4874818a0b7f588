import {globSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';

/** A sentence for French and for English pages. */
export interface Text {
  readonly fr: string;
  readonly en: string;
}

/** As in the grid of the DINUM: conforme, non conforme, non applicable, non testé. */
export type Status = 'C' | 'NC' | 'NA' | 'NT';

export interface CitedTest {
  readonly file: string;
  readonly title: string;
}

export interface Finding {
  readonly status: Status;
  readonly how: Text;
  readonly tests?: readonly CitedTest[];
  readonly scripts?: readonly string[];
  readonly reviews?: readonly string[];
}

/** What a widget meets of the RGAA; see `docs/accessibility/evidence.schema.json`. */
export interface Evidence {
  readonly widget: string;
  readonly tag: string;
  readonly standard: string;
  readonly checked: string;
  readonly criteria: Readonly<Record<string, Finding>>;
}

export interface Criterion {
  readonly number: string;
  /** In French, as it was published. */
  readonly title: string;
  /** Success criteria of WCAG 2.1. */
  readonly wcag: readonly string[];
}

export interface Theme {
  readonly number: number;
  readonly title: Text;
  readonly criteria: readonly Criterion[];
}

export interface Rgaa {
  readonly standard: string;
  readonly source: string;
  readonly licence: string;
  readonly themes: readonly Theme[];
}

/** Below the root of the repository. */
export const EVIDENCE_FOLDER = 'docs/accessibility';

const read = (root: string, name: string): unknown =>
  JSON.parse(readFileSync(join(root, EVIDENCE_FOLDER, name), 'utf8'));

export const readRgaa = (root: string): Rgaa => read(root, 'rgaa.json') as Rgaa;

export const readEvidence = (root: string): Evidence[] =>
  globSync('local-*.json', {cwd: join(root, EVIDENCE_FOLDER)})
    .sort()
    .map(name => read(root, name) as Evidence);

/** Names of the scripts for people. */
export const readScripts = (root: string): string[] =>
  globSync('scripts/*.md', {cwd: join(root, EVIDENCE_FOLDER)}).map(name => basename(name, '.md'));
