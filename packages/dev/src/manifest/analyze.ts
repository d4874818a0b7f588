import {create, ts} from '@custom-elements-manifest/analyzer';
import {litPlugin} from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import type {Manifest} from './schema.js';
import type {Sources} from './sources.js';

/**
 * What the analyzer finds in a package's sources, with private members and paths of sources.
 * Classes also get what they inherit from classes in `bases`, the manifests of other packages.
 */
export function analyze(sources: Sources, bases: readonly Manifest[] = []): Manifest {
  const modules = [...sources].map(([path, text]) =>
    ts.createSourceFile(path, text, ts.ScriptTarget.ES2015, true),
  );
  const context = {dev: false, thirdPartyCEMs: [...bases]};
  return create({modules, plugins: litPlugin(), context}) as Manifest;
}
