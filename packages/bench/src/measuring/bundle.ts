import {fileURLToPath} from 'node:url';
import {build, type BuildOptions} from 'esbuild';

const COMMON = {
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  loader: {'.png': 'dataurl'},
  conditions: ['browser', 'production'],
  define: {'process.env.NODE_ENV': '"production"'},
  tsconfigRaw: {},
  // its worker shares a file with it, which both would hold when it was bundled
  alias: {'maplibre-gl': '/maplibre/maplibre-gl.mjs'},
  external: ['/maplibre/*'],
} as const satisfies BuildOptions;

/** Scripts with all that they import, minified as they would be on a site, by their path there. */
export async function bundleScripts(
  folder: string,
  names: readonly string[],
): Promise<Map<string, Buffer>> {
  const entryPoints = Object.fromEntries(names.map(name => [name, `${folder}/${name}.ts`]));
  const {outputFiles} = await build({...COMMON, entryPoints, outdir: '/'});
  return new Map(outputFiles.map(({path, contents}) => [path, Buffer.from(contents)]));
}

/** Style sheets of packages as one. */
export async function bundleStyles(folder: string, styles: readonly string[]): Promise<Buffer> {
  const contents = styles
    .map(style => `@import ${JSON.stringify(fileURLToPath(import.meta.resolve(style)))};`)
    .join('\n');
  const stdin = {contents, loader: 'css', resolveDir: folder, sourcefile: 'styles.css'} as const;
  const {outputFiles} = await build({...COMMON, stdin, outfile: '/styles.css'});
  return Buffer.from(outputFiles[0]!.contents);
}
