import type {Plugin} from 'rollup';

export interface CheckedImportsOptions {
  readonly early: Readonly<Record<string, string>>;
  readonly first: readonly string[];
  readonly workers: readonly string[];
  readonly version: string;
}

export function checkedImports(options: CheckedImportsOptions): Plugin;
