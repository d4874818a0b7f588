import fastify from 'fastify';
import type {FastifyInstance} from 'fastify';
import {SECURITY_SCHEMES} from '../access/describe-access.js';

/** What the page shows of an OpenAPI description. */
export interface Description {
  paths: Record<string, Record<string, Operation>>;
}

export interface Operation {
  summary?: string;
  parameters?: {name: string; in: string; required?: boolean; schema: object}[];
  requestBody?: {content: Record<string, {schema: object}>};
  responses?: Record<string, {content?: Record<string, {schema: object}>}>;
}

const descriptions = new WeakMap<FastifyInstance['server'], Promise<Description>>();

/**
 * The OpenAPI description of a server's routes. Made when somebody first asks for it, of a server that is never started: what
 * makes it takes four megabytes of memory, and few read it.
 */
export function describeRoutes({server, ruledRoutes = []}: FastifyInstance): Promise<Description> {
  const known = descriptions.get(server) ?? describe(ruledRoutes);
  descriptions.set(server, known);
  return known;
}

async function describe(routes: NonNullable<FastifyInstance['ruledRoutes']>): Promise<Description> {
  const {default: swagger} = await import('@fastify/swagger');
  const app = fastify({exposeHeadRoutes: false, schemaController: {compilersFactory: NOTHING}});
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'local-widgets hub',
        description: 'Shops, click and collect orders, and the desk that answers them.',
        version: '1',
      },
      components: {securitySchemes: SECURITY_SCHEMES},
    },
  });
  for (const {method, url, options} of routes) {
    if (method === 'HEAD') continue;
    app.route({method, url, schema: options.schema ?? {}, handler: () => undefined});
  }
  await app.ready();
  return app.swagger() as unknown as Description;
}

/** It checks nothing, and answers nobody. */
const NOTHING = {
  buildValidator: () => (() => () => true) as never,
  buildSerializer: () => () => () => '',
};
