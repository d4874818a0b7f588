import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

/** A file of `in-page` with all that it imports, as a script that a page can be given. */
export async function bundleInPage(name: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL(`in-page/${name}.ts`, import.meta.url))],
    bundle: true,
    format: 'iife',
    write: false,
    tsconfigRaw: {},
  });
  return outputFiles[0]!.text;
}
