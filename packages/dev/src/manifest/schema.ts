/**
 * The part of the custom elements manifest, schema 1.0.0, that we read and write.
 * https://github.com/webcomponents/custom-elements-manifest/blob/main/schema.d.ts
 */
export interface Manifest {
  schemaVersion: string;
  modules: Module[];
}

export interface Module {
  kind: 'javascript-module';
  path: string;
  declarations: Declaration[];
  exports: Export[];
}

/** Where something is declared: in a module of this package, or in another package. */
export interface Reference {
  name: string;
  module?: string;
  package?: string;
}

export interface Export {
  kind: 'js' | 'custom-element-definition';
  name: string;
  declaration: Reference;
}

/** What one can say about anything that has a name. */
export interface Described {
  name: string;
  description?: string;
  summary?: string;
  type?: {text: string};
  default?: string;
  inheritedFrom?: Reference;
}

export interface Attribute extends Described {
  fieldName?: string;
}

export interface Member extends Described {
  kind: 'field' | 'method';
  privacy?: 'public' | 'protected' | 'private';
  static?: boolean;
  readonly?: boolean;
  attribute?: string;
  parameters?: {name: string; type?: {text: string}; optional?: boolean}[];
  return?: {type?: {text: string}};
}

/** A class, function or variable; of the latter two nothing is read but the name. */
export interface Declaration extends Described {
  kind: string;
  customElement?: boolean;
  tagName?: string;
  superclass?: Reference;
  attributes?: Attribute[];
  members?: Member[];
  events?: Partial<Described>[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

/** The declarations of a manifest with the module each is in. */
export function declarationsOf({modules}: Manifest): {path: string; declaration: Declaration}[] {
  return modules.flatMap(({path, declarations}) =>
    declarations.map(declaration => ({path, declaration})),
  );
}
