import type {HubConfig} from '../config/hub-config.js';
import {admin} from './admin.js';
import {backup, restore} from './backup.js';
import {erase} from './erase.js';
import {exportShop} from './export-shop.js';
import {importFile} from './import-file.js';
import type {CliIo} from './io.js';
import {matrixRegistration} from './matrix-registration.js';
import {migrateDatabase} from './migrate-database.js';
import {serve} from './serve.js';

export const OPTIONS = {
  config: {type: 'string'},
  port: {type: 'string'},
  shop: {type: 'string'},
  order: {type: 'string'},
  email: {type: 'string'},
  room: {type: 'string'},
  to: {type: 'string'},
  'dry-run': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
} as const;

export interface CommandCall {
  config: HubConfig;
  /** After the command's name. */
  args: readonly string[];
  options: {[Name in keyof typeof OPTIONS]?: Value<Name> | undefined};
  io: CliIo;
}

type Value<Name extends keyof typeof OPTIONS> = (typeof OPTIONS)[Name]['type'] extends 'string'
  ? string
  : boolean;

/** @returns the exit code; 0 when nothing */
type Command = (call: CommandCall) => Promise<number | undefined>;

export const COMMANDS: Readonly<Record<string, Command>> = {
  serve,
  migrate: migrateDatabase,
  backup,
  restore,
  import: importFile,
  export: exportShop,
  erase,
  admin,
  'matrix-registration': matrixRegistration,
};
