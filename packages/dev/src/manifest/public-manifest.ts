import {posix} from 'node:path';
import type {ElementDefinition} from './definitions.js';
import type {Declaration, Described, Export, Manifest, Module, Reference} from './schema.js';

export interface PublicManifestOptions {
  /** Sources of the entries of `exports`, such as `src/index.ts`. */
  entries: readonly string[];
  /** Which tag is registered for which class, and where. */
  definitions: readonly ElementDefinition[];
  /** The package that inherited members come from when their class is not in this one. */
  basePackage: string;
}

/**
 * The manifest to publish: elements, event classes and entries only, public members only, no event
 * without a name (the analyzer adds one for each dispatch it cannot read), and the paths of built
 * files, which are the ones an installer of the package has.
 */
export function publicManifest(raw: Manifest, options: PublicManifestOptions): Manifest {
  const kept = raw.modules
    .map(one => ({...one, declarations: one.declarations.filter(isPublicDeclaration)}))
    .filter(({path, declarations}) => declarations.length > 0 || options.entries.includes(path));
  const paths = new Set(kept.map(({path}) => path));
  const own = new Set(kept.flatMap(({declarations}) => declarations.map(({name}) => name)));
  return {
    schemaVersion: raw.schemaVersion,
    modules: kept.map(one => ({
      ...one,
      path: builtPath(one.path),
      declarations: one.declarations.map(declaration =>
        publicDeclaration(declaration, reference => sourceOf(reference, own, options.basePackage)),
      ),
      exports: [...publicExports(one, paths), ...definedIn(one, raw, options.definitions)],
    })),
  };
}

/** `src/a/b.ts` becomes `dist/a/b.js`. */
function builtPath(path: string): string {
  return path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
}

function isPublicDeclaration({customElement, superclass}: Declaration): boolean {
  return customElement === true || superclass?.name === 'CustomEvent';
}

function publicDeclaration(
  declaration: Declaration,
  resolve: (reference: Reference) => Reference,
): Declaration {
  const resolved = <T extends Partial<Described>>(items: readonly T[]): T[] =>
    items.map(item =>
      item.inheritedFrom ? {...item, inheritedFrom: resolve(item.inheritedFrom)} : item,
    );
  const {members, attributes, events, superclass} = declaration;
  return {
    ...declaration,
    ...(superclass && {superclass: resolve(superclass)}),
    ...(attributes && {attributes: resolved(attributes)}),
    ...(members && {
      members: resolved(members.filter(({privacy = 'public'}) => privacy === 'public')),
    }),
    ...(events && {events: resolved(events.filter(({name}) => name))}),
  };
}

function sourceOf(reference: Reference, own: ReadonlySet<string>, basePackage: string): Reference {
  const {name, module, package: from} = reference;
  if (name === 'CustomEvent') return {name, package: 'global:'};
  if (from !== undefined) return {name, package: from};
  if (module !== undefined && own.has(name)) return {name, module: builtPath(module)};
  return {name, package: basePackage};
}

/** The exports that lead to a module of this manifest; others are for TypeScript's declarations. */
function publicExports({path, exports}: Module, paths: ReadonlySet<string>): Export[] {
  return exports.flatMap(one => {
    const {module = ''} = one.declaration;
    const source = (
      module.startsWith('.') ? posix.join(posix.dirname(path), module) : module
    ).replace(/\.js$/, '.ts');
    if (!paths.has(source)) return [];
    return [{...one, declaration: {...one.declaration, module: builtPath(source)}}];
  });
}

function definedIn(
  {path}: Module,
  {modules}: Manifest,
  definitions: readonly ElementDefinition[],
): Export[] {
  return definitions
    .filter(({file}) => file === path)
    .map(({tag, className}) => {
      const home = modules.find(one => one.declarations.some(({name}) => name === className));
      const module = home && {module: builtPath(home.path)};
      const declaration = {name: className, ...module};
      return {kind: 'custom-element-definition', name: tag, declaration};
    });
}
