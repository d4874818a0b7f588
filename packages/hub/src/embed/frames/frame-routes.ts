import {anyone} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import type {FastifyError} from 'fastify';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {sha256Hex} from '../../chance-and-clock.js';
import {problemOf} from '../../pages/error-page.js';
import {matchesTag} from '../../shops/shop-profile.js';
import {HubProblem, type Sentence} from '../../http/problem.js';
import {languageOf, words as hubWords} from '../../text/words.js';
import {sayEmbed} from '../embed-words.js';
import {currentOf} from '../release/release-routes.js';
import type {Releases} from '../release/releases.js';
import {frameSubject} from './frame-fallback.js';
import {FRAME_FILES} from './frame-files.js';
import {framePage, frameProblemPage} from './frame-page.js';
import {frameHeaders} from './frame-policy.js';
import {queryOf, readFrameRequest, type FrameRequest} from './frame-request.js';
import {FRAME_WIDGETS, isFrameWidget, type FrameWidgetName} from './frame-widgets.js';

const LOADER = 'local-widgets.js';

const Query = Type.Object(
  {
    title: Type.Optional(Type.String({description: 'Name of the frame'})),
    lang: Type.Optional(Type.String({description: 'Language of the page; fr unless told'})),
    theme: Type.Optional(Type.String({description: 'light (unless told), dark, or auto'})),
  },
  {additionalProperties: true},
);

/** A page for each widget, made to stand in the pages of others. */
export function frameRoutes(context: HubContext, releases: Releases): FastifyPluginCallbackTypebox {
  const {publicUrl} = context.config;

  return (app, _options, done) => {
    app.setErrorHandler((error: FastifyError, request, reply) => {
      const problem = problemOf(error);
      if (problem.status >= 500) request.log.error({error: {name: error.name}}, 'a frame failed');
      const language = languageOf(request.headers['accept-language']);
      const say = (sentence: Sentence | undefined) =>
        typeof sentence === 'function' ? sentence(language) : sentence;
      const {title, detail} = problem.extras;
      const sentences = [say(title) ?? hubWords(language).problems[problem.code], say(detail)];
      const page = frameProblemPage(
        language,
        sentences.filter(each => each !== undefined),
      );
      return frameHeaders(reply.code(problem.status), NOWHERE)
        .header('vary', 'Accept-Language')
        .send(`${page.toString().trimStart()}\n`);
    });

    for (const {path, type, text} of Object.values(FRAME_FILES)) {
      app.get(
        path,
        {schema: {hide: true}, config: {access: anyone, rateLimit: false}},
        (_request, reply) =>
          reply
            .type(type)
            .header('cache-control', 'public, max-age=31536000, immutable')
            .send(text),
      );
    }

    app.get(
      '/embed/:widget',
      {
        config: {access: anyone},
        schema: {
          summary: 'A page with one widget, for an iframe; its other parameters are the attributes',
          params: Type.Object({widget: Type.String({description: NAMES.join(', ')})}),
          querystring: Query,
          produces: ['text/html'],
          response: {200: Type.String(), 304: Type.Null()},
        },
      },
      async (request, reply) => {
        const frame = readFrame(request.params.widget, request.url, publicUrl);
        const subject = await frameSubject(context, frame);
        const release = currentOf(releases);
        const loader = await release.file(LOADER);
        if (!loader) throw new HubProblem('unavailable');
        const page = framePage({
          ...{request: frame, subject, hub: publicUrl},
          loader: {src: `/v/${release.version}/${LOADER}`, integrity: loader.integrity},
          oembed: oembedOf(frame, publicUrl),
        });
        const text = `${page.toString().trimStart()}\n`;
        const tag = `"${sha256Hex(text).slice(0, 24)}"`;
        frameHeaders(reply, frame.origins).header('etag', tag);
        return matchesTag(request.headers['if-none-match'], tag)
          ? reply.code(304).send(null)
          : reply.send(text);
      },
    );
    done();
  };
}

const NOWHERE = {connect: [], images: []};
const NAMES = Object.keys(FRAME_WIDGETS) as FrameWidgetName[];

/**
 * What an address of a frame asks for.
 *
 * @param url Its path and query
 * @throws HubProblem `not-found` for a widget that is none, `invalid`
 */
export function readFrame(widget: string, url: string, hub: string): FrameRequest {
  if (!isFrameWidget(widget)) {
    throw new HubProblem('not-found', {
      detail: sayEmbed(words => words.noSuchWidget(NAMES.join(', '))),
    });
  }
  return readFrameRequest(widget, new URL(url, hub).searchParams, hub);
}

/** The whole address of a frame, with nothing in it but what it takes. */
export const frameUrl = (frame: FrameRequest, hub: string): string =>
  `${hub}/embed/${frame.name}?${queryOf(frame)}`;

const oembedOf = (frame: FrameRequest, hub: string): string =>
  `${hub}/oembed?${new URLSearchParams({format: 'json', url: frameUrl(frame, hub)}).toString()}`;
