import type {FastifyPluginAsync} from 'fastify';
import type {HubContext} from '../context.js';
import {frameRoutes} from './frames/frame-routes.js';
import {oembedRoutes} from './oembed/oembed-routes.js';
import {releaseRoutes} from './release/release-routes.js';
import {openReleases} from './release/releases.js';

/** What pages of others take from this hub: the files of the script tag, and pages for their frames. */
export function embedRoutes(context: HubContext): FastifyPluginAsync {
  return async app => {
    const releases = await openReleases(context);
    await app.register(releaseRoutes(releases));
    await app.register(frameRoutes(context, releases));
    await app.register(oembedRoutes(context));
  };
}
