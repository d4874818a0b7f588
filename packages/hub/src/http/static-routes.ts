import {anyone} from '../access/access.js';
import fastifyStatic from '@fastify/static';
import type {FastifyInstance, FastifyPluginAsync} from 'fastify';
import {words} from '../text/words.js';
import {builtFolder} from './built-folder.js';
import {HubProblem} from './problem.js';

/**
 * The built files of other packages, found by the package's name so that the hub works from npm as in
 * this repository. What is not built is told in a sentence, not with an error.
 */
export function staticRoutes(): FastifyPluginAsync {
  return async app => {
    await serveBuilt(app, '/assets/embed/', '@local-widgets/embed');
    await serveBuilt(app, '/assets/console/', '@local-widgets/console');
  };
}

async function serveBuilt(app: FastifyInstance, prefix: string, name: string): Promise<void> {
  const built = await builtFolder(name);
  if (!built) {
    app.get(`${prefix}*`, {config: {access: anyone}, schema: {hide: true}}, () => {
      throw new HubProblem('unavailable', {detail: language => words(language).notBuilt});
    });
    return;
  }
  await app.register(fastifyStatic, {
    root: built.cdn,
    prefix,
    decorateReply: false,
    index: false,
    dotfiles: 'deny',
    // the names of the files carry no hash: ask each time, and get 304
    cacheControl: false,
    setHeaders: (reply, path) => {
      // the desk's service worker serves the desk's page, which is not below its own folder
      if (path.endsWith('desk-worker.js')) reply.header('service-worker-allowed', '/desk/');
      reply.header('cache-control', 'no-cache');
      // script tags of other sites carry integrity hashes, which need CORS
      reply.header('access-control-allow-origin', '*');
      reply.header('cross-origin-resource-policy', 'cross-origin');
      reply.header('timing-allow-origin', '*');
    },
  });
}
