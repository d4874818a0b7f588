import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {Value} from 'typebox/value';
import {BRIDGE_HINTS, bridgeFaults, completeBridges} from '../bridges/options.js';
import {completeChat} from '../chat/options.js';
import {completeEvents} from '../events/options.js';
import {wrongFields} from '../http/validation.js';
import {DEFAULT_CONTACT_DAYS} from '../retention/options.js';
import {ConfigError} from './config-error.js';
import {ConfigFile, VARIABLES} from './config-schema.js';
import type {HubConfig} from './hub-config.js';

/** Where settings come from. */
export interface ConfigSources {
  /** Environment variables. */
  env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  cwd: string;
  /** The file of `--config`; `LOCAL_HUB_CONFIG` or none when absent. */
  file?: string | undefined;
}

const DEFAULT_PORT = 4380;

/**
 * Reads the settings: the file first, then each environment variable over it.
 *
 * @throws ConfigError with one sentence for each setting that is wrong
 */
export function readConfig({env, cwd, file = env['LOCAL_HUB_CONFIG']}: ConfigSources): HubConfig {
  const fromFile = file ? readFile(resolve(cwd, file)) : {};
  const {settings, names} = withVariables(fromFile, env);
  const faults = wrongFields(ConfigFile, settings).map(({pointer, message}) => {
    const key = pointer.slice(1).replaceAll('/', '.');
    const found = Value.Pointer.Get(settings, pointer);
    const sentence = typeof message === 'string' ? message : message('en');
    return `${names.get(key) ?? key}: ${describe(key, found)}. ${sentence}${hintFor(key)}`;
  });
  const {bridges} = settings as ConfigFile;
  if (faults.length === 0) faults.push(...bridgeFaults(bridges));
  if (faults.length > 0) throw new ConfigError(faults);
  return complete(settings as ConfigFile, cwd);
}

function readFile(path: string): object {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError([`The configuration file ${path} cannot be read.`]);
  }
  try {
    const settings: unknown = JSON.parse(text);
    if (typeof settings === 'object' && settings !== null && !Array.isArray(settings)) {
      return settings;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new ConfigError([`The configuration file ${path} is not JSON: ${reason}`]);
  }
  throw new ConfigError([`The configuration file ${path} must hold one JSON object.`]);
}

/** Keys whose variable is read as a number or a boolean, as far as it is one. */
const NUMBERS = ['port', 'mail.smtp.port'];
const BOOLEANS = ['trustsProxy', 'mail.smtp.secure'];

function withVariables(fromFile: object, env: ConfigSources['env']) {
  const settings = structuredClone(fromFile);
  const names = new Map<string, string>();
  for (const [name, key] of Object.entries(VARIABLES)) {
    const text = env[name];
    if (text === undefined || text === '') continue;
    names.set(key, name);
    Value.Pointer.Set(settings, `/${key.replaceAll('.', '/')}`, toValue(key, text));
  }
  return {settings: settings as unknown, names};
}

function toValue(key: string, text: string): unknown {
  if (NUMBERS.includes(key) && /^\d+$/.test(text)) return Number(text);
  if (BOOLEANS.includes(key) && /^(true|false|1|0)$/.test(text)) return /^(true|1)$/.test(text);
  return text;
}

/** What was found, without telling secrets. */
function describe(key: string, found: unknown): string {
  if (found === undefined) return 'is missing';
  if (/password|secret|key|databaseurl/i.test(key)) return 'its value cannot be used';
  return `found ${JSON.stringify(found).slice(0, 80)}`;
}

const HINTS: Record<string, string> = {
  port: ' A port is a number from 0 to 65535; 0 takes any free one.',
  publicUrl: ' Write it like https://commandes.example.',
  databaseUrl: ' Write it like postgres://user:password@host/database.',
  logLevel: ' One of fatal, error, warn, info, debug, trace, silent.',
  'mail.from.address': ' Write an e-mail address like hub@commandes.example.',
  ...BRIDGE_HINTS,
};

const hintFor = (key: string) => HINTS[key] ?? '';

function complete(settings: ConfigFile, cwd: string): HubConfig {
  const {host = '127.0.0.1', port = DEFAULT_PORT, mail, limits} = settings;
  const publicUrl = (settings.publicUrl ?? `http://${urlHost(host)}:${port}`).replace(/\/+$/, '');
  const address = mail?.from?.address ?? `hub@${new URL(publicUrl).hostname}`;
  return {
    dataFolder: resolve(cwd, settings.dataFolder ?? 'local-hub-data'),
    ...(settings.databaseUrl !== undefined && {databaseUrl: settings.databaseUrl}),
    host,
    port,
    publicUrl,
    trustsProxy: settings.trustsProxy ?? false,
    logLevel: settings.logLevel ?? 'info',
    mail: {
      from: {...mail?.from, address},
      ...(mail?.smtp && {smtp: completeSmtp(mail.smtp)}),
    },
    payments: settings.payments ?? {},
    webhooks: {allowLoopback: settings.webhooks?.allowLoopback ?? false},
    retention: {contactDays: settings.retention?.contactDays ?? DEFAULT_CONTACT_DAYS},
    limits: {
      requestsPerMinute: limits?.requestsPerMinute ?? 600,
      ordersPerMinute: limits?.ordersPerMinute ?? 20,
      signInsPerHour: limits?.signInsPerHour ?? 20,
    },
    bridges: completeBridges(settings.bridges, cwd),
    chat: completeChat(settings.chat),
    events: completeEvents(settings.events),
  };
}

type Smtp = NonNullable<NonNullable<ConfigFile['mail']>['smtp']>;

/** Port 465 is TLS from the first byte, 587 by STARTTLS (RFC 8314). */
function completeSmtp({port = 587, secure = port === 465, ...rest}: Smtp) {
  return {port, secure, ...rest};
}

/** An address that browsers can open: one that listens on all of them is reached on this machine. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
