import {join} from 'node:path';
import {program} from '../npm.js';
import {root} from '../root.js';
import {runCommand} from '../run-command.js';
import type {Handler} from '../serve/handler.js';
import {strictPolicy, type PagePolicy} from '../serve/security-headers.js';
import {send} from '../serve/send.js';
import {serveFolder} from '../serve/static-files.js';

const examples = join(root, 'examples/frameworks');

/**
 * The examples for frameworks below `/__page/ssr/`, `/__page/react/`…, made as their pages tell people
 * to, when a test first asks for one. Needs the build of our packages.
 */
export function exampleApps(): Handler[] {
  return [
    serverRendered('/__page/ssr/'),
    serveFolder('/__page/ssr/local-widgets/', join(root, 'packages/embed/dist/cdn')),
    serveFolder('/__page/ssr/data/', join(examples, 'data')),
    viteApp('react', strictPolicy),
    // both have a Trusted Types policy of their own, which a page would have to name
    viteApp('vue', {csp: true, trustedTypes: 'off'}),
    viteApp('svelte', {csp: true, trustedTypes: 'off'}),
  ];
}

/** The page that the example writes; `now` sets its moment, `script=off` leaves our script out. */
function serverRendered(path: string): Handler {
  return async (request, response, url) => {
    if (url.pathname !== path) return false;
    const moment = url.searchParams.get('now');
    const html = await printed([join(examples, 'ssr/main.js'), ...(moment ? [moment] : [])]);
    const body = url.searchParams.has('script') ? html.replace(/<script .*?<\/script>/, '') : html;
    send(request, response, {type: 'text/html; charset=utf-8', body});
    return true;
  };
}

/** An application that Vite builds, once, into its `dist`. */
function viteApp(name: string, policy: PagePolicy): Handler {
  const folder = join(examples, name);
  const files = serveFolder(`/__page/${name}/`, join(folder, 'dist'), answer => ({
    ...answer,
    policy,
  }));
  let built: Promise<string> | undefined;
  return async (request, response, url) => {
    if (!url.pathname.startsWith(`/__page/${name}/`)) return false;
    await (built ??= run(program('vite', ['build', folder, '--base', './', '--logLevel', 'warn'])));
    return files(request, response, url);
  };
}

const printed = (args: readonly string[]): Promise<string> => run([process.execPath, ...args]);

async function run(command: readonly [string, ...string[]]): Promise<string> {
  const {code, output} = await runCommand(command);
  if (code !== 0) throw new Error(output);
  return output;
}
