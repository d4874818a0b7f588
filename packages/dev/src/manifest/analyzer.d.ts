/** Parts of the analyzer that its own types leave out. */
declare module '@custom-elements-manifest/analyzer' {
  /** The TypeScript that the analyzer brings along; it understands no other's syntax trees. */
  export const ts: typeof import('typescript');

  export function create(options: {
    modules: import('typescript').SourceFile[];
    plugins: unknown[];
    context: {dev: boolean; thirdPartyCEMs: object[]};
  }): object;
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): unknown[];
}
