import type {FastifyInstance, RouteOptions} from 'fastify';
import type {HubContext} from '../context.js';
import {anyone, type Access} from './access.js';
import {bodyGuardOf, guardOf} from './guards.js';
import {securityOf} from './describe-access.js';

/** Routes that libraries register by themselves, which have no way to declare a rule. */
const OF_LIBRARIES: Readonly<Record<string, Access>> = {
  'OPTIONS *': anyone,
  'GET /assets/embed/*': anyone,
  'GET /assets/console/*': anyone,
};

/** A route and its rule. */
export interface RuledRoute {
  method: string;
  /** With its parameters as `:name`. */
  url: string;
  access: Access;
  options: RouteOptions;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Those whose rule is held. */
    ruledRoutes?: readonly RuledRoute[];
  }
}

/**
 * Holds the rule of each route that is registered from now on, before its body is read: after the limits
 * of requests and the headers for pages of other sites, so that a refusal is counted and can be read.
 * To be called once, after what adds to routes. A route without a rule is not registered.
 *
 * @returns the routes, filled while they are registered
 * @throws Error as a route is registered, which names it
 */
export function enforceAccess(app: FastifyInstance, context: HubContext): readonly RuledRoute[] {
  const routes: RuledRoute[] = [];
  app.decorate('ruledRoutes', routes);
  app.decorateRequest('granted', null);
  app.addHook('onRoute', options => {
    const access = ruleOf(options);
    for (const method of [options.method].flat()) {
      routes.push({method, url: options.url, access, options});
    }
    const [guard, bodyGuard] = [guardOf(context, access), bodyGuardOf(access)];
    if (guard) options.onRequest = [options.onRequest ?? [], guard].flat();
    if (bodyGuard) options.preValidation = [options.preValidation ?? [], bodyGuard].flat();
    const security = securityOf(access);
    if (security) options.schema = {...options.schema, security};
  });
  return routes;
}

/** Names of parameters that a rule reads. */
function parametersOf(access: Access): string[] {
  if (access.who === 'holder') return ['token'];
  if (access.who === 'at shop') return ['shop'];
  if (access.who === 'in room') return [access.of === 'room' ? 'room' : 'id'];
  return [];
}

function ruleOf({method, url, config}: RouteOptions): Access {
  const methods = [method].flat();
  const names = methods.map(each => `${each} ${url}`);
  const access = config?.access ?? names.map(name => OF_LIBRARIES[name]).find(Boolean);
  if (!access) {
    throw new Error(`${names[0]} does not say who may use it: its config needs an access.`);
  }
  const missing = parametersOf(access).find(name => !url.split('/').includes(`:${name}`));
  if (missing !== undefined) {
    throw new Error(`${names[0]} is for who is “${access.who}”, and has no :${missing}.`);
  }
  return access;
}
