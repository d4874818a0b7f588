import type {FastifyRequest, FastifyServerOptions} from 'fastify';
import type {Clock} from '../chance-and-clock.js';
import type {HubConfig} from '../config/hub-config.js';
import {truncateAddress} from './truncate-address.js';

type LoggerOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

/** JSON lines on standard output. No body, no header, no address of a person, no secret of an address. */
export function loggerOptions(
  {logLevel}: Pick<HubConfig, 'logLevel'>,
  clock: Clock,
): LoggerOptions {
  return {
    level: logLevel,
    base: {},
    timestamp: () => `,"time":"${clock.now().toISOString()}"`,
    formatters: {level: label => ({level: label})},
    serializers: {req: describeRequest, res: ({statusCode}) => ({statusCode})},
  };
}

/** The pattern of the route, not the address: addresses of customers' orders are secrets. */
export const describeRequest = (request: FastifyRequest) => ({
  method: request.method,
  route: request.routeOptions.url ?? 'none',
  address: truncateAddress(request.ip),
});
