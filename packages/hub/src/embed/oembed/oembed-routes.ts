import {anyone} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {sayEmbed} from '../embed-words.js';
import {frameSubject} from '../frames/frame-fallback.js';
import {frameTitle} from '../frames/frame-page.js';
import {frameUrl, readFrame} from '../frames/frame-routes.js';
import {oembedAnswer, OembedAnswer} from './oembed.js';

const Pixels = Type.Optional(Type.Integer({minimum: 1, maximum: 10_000}));

/** Lets other systems turn the address of a frame into markup (https://oembed.com/). */
export function oembedRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {publicUrl} = context.config;

  return (app, _options, done) => {
    app.get(
      '/oembed',
      {
        config: {access: anyone},
        schema: {
          summary: 'oEmbed: the markup for the address of a frame',
          querystring: Type.Object({
            url: Type.String({minLength: 1, maxLength: 8000}),
            format: Type.Optional(Type.String({description: 'json'})),
            maxwidth: Pixels,
            maxheight: Pixels,
          }),
          response: {200: OembedAnswer},
        },
      },
      async ({query}, reply) => {
        if (query.format !== undefined && query.format !== 'json') {
          throw new HubProblem('format-unavailable', {detail: sayEmbed(words => words.jsonOnly)});
        }
        const frame = readFrame(...ownFrame(query.url, publicUrl), publicUrl);
        const title = frameTitle(frame, await frameSubject(context, frame));
        reply
          .header('access-control-allow-origin', '*')
          .header('cross-origin-resource-policy', 'cross-origin')
          .header('cache-control', 'public, max-age=300');
        return oembedAnswer({
          ...{frame, title, url: frameUrl(frame, publicUrl), hub: publicUrl},
          ...{maxWidth: query.maxwidth, maxHeight: query.maxheight},
        });
      },
    );
    done();
  };
}

/** Widget, and path with query. Anything that is not a frame of this hub is not found, as oEmbed asks. */
function ownFrame(address: string, hub: string): [widget: string, url: string] {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const base = new URL(hub);
  const path = `${base.pathname.replace(/\/$/, '')}/embed/`;
  if (url?.origin !== base.origin || !url.pathname.startsWith(path)) {
    throw new HubProblem('not-found', {detail: sayEmbed(words => words.notOurs)});
  }
  return [url.pathname.slice(path.length), url.pathname + url.search];
}
