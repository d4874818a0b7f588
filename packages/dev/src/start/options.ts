import {parseArgs} from 'node:util';

export const usage = `Usage: npm start -- [options]

  --places FILE-OR-URL  show your own places: a file, or an address of http or https
  --center LON,LAT      centre of the map in degrees, longitude first, as in GeoJSON
  --radius-km N         radius around the centre in kilometres
  --port N              port of the local server (default 4173, or the variable PORT)
  --hub-port N          port of the town's hub, which takes the orders (default 4380; any free one
                        with --port 0)
  --data FOLDER         keep shops and orders there; without it they are gone when the town stops
  --help                this text`;

export interface StartOptions {
  port: number;
  hubPort: number;
  /** Folder of the hub's database. */
  data?: string;
  places?: string;
  /** As typed: `LON,LAT`, checked. */
  center?: string;
  radiusKm?: string;
  help: boolean;
}

/** Reads the command line; throws a TypeError with a sentence for people when it is wrong. */
export function parseOptions(args: string[], env: NodeJS.ProcessEnv = {}): StartOptions {
  const {values} = parseArgs({
    args: joinNegatives(args),
    options: {
      places: {type: 'string'},
      center: {type: 'string'},
      'radius-km': {type: 'string'},
      port: {type: 'string'},
      'hub-port': {type: 'string'},
      data: {type: 'string'},
      help: {type: 'boolean', short: 'h'},
    },
  });
  const {places, center, 'radius-km': radiusKm, data} = values;
  if (places?.trim() === '') throw new TypeError('--places needs a file or an address.');
  if (data?.trim() === '') throw new TypeError('--data needs a folder.');
  if (center !== undefined) checkCenter(center);
  if (radiusKm !== undefined && !(isNumber(radiusKm) && Number(radiusKm) > 0)) {
    throw new TypeError(`--radius-km takes a number of kilometres above 0, not "${radiusKm}".`);
  }
  const port = parsePort(values.port ?? (env['PORT'] || '4173'));
  return {
    port,
    hubPort: parsePort(values['hub-port'] ?? (port === 0 ? '0' : '4380')),
    help: values.help === true,
    ...(data !== undefined && {data}),
    ...(places !== undefined && {places}),
    ...(center !== undefined && {center: center.replaceAll(/\s/g, '')}),
    ...(radiusKm !== undefined && {radiusKm}),
  };
}

/** Half of France lies west of Greenwich: `--center -4.48,48.39` is a value, not an option. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    if (joined.at(-1) === '--center' && /^-\d/.test(arg))
      joined.push(`${joined.pop() ?? ''}=${arg}`);
    else joined.push(arg);
  }
  return joined;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new TypeError(`The port is a number from 0 to 65535, not "${text}".`);
  }
  return port;
}

function checkCenter(text: string): void {
  const parts = text.split(',').map(part => part.trim());
  const [lon, lat] = parts.map(Number);
  const right =
    parts.length === 2 &&
    parts.every(isNumber) &&
    Math.abs(lon ?? NaN) <= 180 &&
    Math.abs(lat ?? NaN) <= 90;
  if (!right) {
    throw new TypeError(`--center takes LON,LAT in degrees, such as 7.41,43.73, not "${text}".`);
  }
}

function isNumber(text: string): boolean {
  return /^[-+]?\d+(\.\d+)?$/.test(text);
}
