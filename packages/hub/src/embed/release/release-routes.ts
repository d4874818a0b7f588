import {anyone} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import type {FastifyReply, FastifyRequest} from 'fastify';
import {Type} from 'typebox';
import {HubProblem} from '../../http/problem.js';
import {matchesTag} from '../../shops/shop-profile.js';
import {words} from '../../text/words.js';
import {embedWords} from '../embed-words.js';
import {acceptedEncoding} from './accepted-encoding.js';
import type {Release} from './release.js';
import type {Releases} from './releases.js';

/** The alias that moves with the hub's version. */
const LATEST = 'latest';

const FileParams = Type.Object({
  version: Type.String({description: 'A version this hub serves'}),
  file: Type.String({description: 'Name of a file of the script tag'}),
});

/** A page asks for many at once, and many people may share an address: they cost next to nothing. */
const config = {access: anyone, rateLimit: false as const};

/** The files of the script tag, for any page: under their version, and under an alias that moves. */
export function releaseRoutes(releases: Releases): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get(
      `/v/${LATEST}/:file`,
      {
        config,
        schema: {
          summary: 'Leads to the same file of the version this hub has now; never with a hash',
          params: Type.Pick(FileParams, ['file']),
          response: {302: Type.Null()},
        },
      },
      async ({params}, reply) => {
        const release = currentOf(releases);
        if (!(await release.file(params.file))) throw noSuchFile(release);
        // What the file imports is then asked for below its version: files of two never mix in one page,
        // and only this answer has to be asked for anew.
        return forAnyPage(reply)
          .header('cache-control', 'no-cache')
          .redirect(`/v/${release.version}/${params.file}`, 302);
      },
    );

    app.get(
      '/v/:version/:file',
      {
        config,
        schema: {
          summary: 'A file of the script tag; what was released under a version never changes',
          params: FileParams,
          response: {304: Type.Null()},
        },
      },
      async (request, reply) => {
        const {version, file} = request.params;
        const release = await releases.get(version);
        if (!release) throw noSuchVersion(version, currentOf(releases));
        return sendFile(request, reply, release, file);
      },
    );
    done();
  };
}

/** @throws HubProblem `unavailable` when the files were not built */
export function currentOf({current}: Releases): Release {
  if (current) return current;
  throw new HubProblem('unavailable', {detail: language => words(language).notBuilt});
}

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  release: Release,
  name: string,
): Promise<FastifyReply> {
  const file = await release.file(name);
  if (!file) throw noSuchFile(release);
  forAnyPage(reply)
    .header('etag', `W/${file.tag}`)
    .header('timing-allow-origin', '*')
    .header(
      'cache-control',
      release.isFinal(name, file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  if (file.isCompressible) reply.header('vary', 'Accept-Encoding');
  if (name === release.zipName) {
    reply.header('content-disposition', `attachment; filename="${release.zipName}"`);
  }
  const {'if-none-match': noneMatch, 'accept-encoding': accepts} = request.headers;
  if (noneMatch !== undefined && matchesTag(noneMatch, file.tag)) return reply.code(304).send(null);
  reply.type(file.type);
  const encoding = file.isCompressible ? acceptedEncoding(accepts) : undefined;
  if (encoding === undefined) return reply.send(file.bytes);
  return reply.header('content-encoding', encoding).send(await file.compressed(encoding));
}

/** Script tags of other sites carry hashes, which need CORS; pages under COEP need CORP. */
const forAnyPage = (reply: FastifyReply): FastifyReply =>
  reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin');

const noSuchVersion = (version: string, {version: served}: Release) =>
  new HubProblem('not-found', {
    detail: language => embedWords(language).otherVersion(version, served),
  });

const noSuchFile = ({version}: Release) =>
  new HubProblem('not-found', {detail: language => embedWords(language).noSuchFile(version)});
