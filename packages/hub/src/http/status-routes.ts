import {anyone} from '../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Type} from 'typebox';
import type {HubContext} from '../context.js';
import {BridgeHealth, bridgeHealth} from '../bridges/bridge-health.js';
import {isMigrated} from '../database/migrate.js';
import {measureDatabase} from '../metrics/measure-database.js';

const Health = Type.Object({
  status: Type.Union([Type.Literal('ok'), Type.Literal('failing')]),
  database: Type.Union([Type.Literal('reachable'), Type.Literal('unreachable')]),
  migrations: Type.Union([Type.Literal('done'), Type.Literal('missing')]),
  /** Bridges of the chat, where there are any; one that is down keeps the hub from nothing else. */
  bridges: Type.Optional(Type.Array(BridgeHealth)),
});

/** For load balancers and for Prometheus; neither tells of people. */
export function statusRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, dialect, metrics} = context;
  return (app, _options, done) => {
    app.get(
      '/healthz',
      {
        config: {access: anyone, rateLimit: false},
        schema: {summary: 'Whether it can work', response: {200: Health, 503: Health}},
      },
      async (_request, reply) => {
        const health = await isMigrated(db, dialect).then(
          isDone => ({database: 'reachable', migrations: isDone ? 'done' : 'missing'}) as const,
          () => ({database: 'unreachable', migrations: 'missing'}) as const,
        );
        const isWell = health.migrations === 'done';
        const bridges = isWell ? await bridgeHealth(context) : [];
        reply.code(isWell ? 200 : 503).header('cache-control', 'no-store');
        const status = isWell ? ('ok' as const) : ('failing' as const);
        return {status, ...health, ...(bridges.length > 0 && {bridges})};
      },
    );

    app.get(
      '/metrics',
      {config: {access: anyone, rateLimit: false}, schema: {summary: 'Counters, for Prometheus'}},
      async (_request, reply) => {
        await measureDatabase(context);
        const text = await metrics.registry.metrics();
        return reply.type(metrics.registry.contentType).serializer(String).send(text);
      },
    );

    done();
  };
}
