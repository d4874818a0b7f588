import {readFile, stat} from 'node:fs/promises';
import {basename, extname, resolve} from 'node:path';
import {importCatalogue} from '../desk/catalogue-import.js';
import type {ImportReport} from '../desk/catalogue-import.js';
import {importShop, importShops} from '../shops/import-shops.js';
import type {ImportedShop, ShopFile} from '../shops/import-shops.js';
import {CliError} from './cli-error.js';
import type {CommandCall} from './commands.js';
import type {CliIo} from './io.js';
import {withContext} from './with-context.js';

/**
 * Puts a catalogue in place of a shop's and reports, lines that cannot be used by name; or, without
 * `--shop`, makes the shops of a file or a folder.
 */
export async function importFile({config, args: [name], options, io}: CommandCall) {
  const {shop: shopId, 'dry-run': isDryRun = false} = options;
  if (name === undefined) throw new CliError('Say which file: import --shop ID FILE.');
  const path = resolve(io.cwd, name);
  const isFolder = await isFolderAt(path);
  if (isDryRun && (isFolder || shopId === undefined)) {
    throw new CliError(
      'A dry run is for the catalogue of one shop: import --shop ID FILE --dry-run.',
    );
  }
  const source = isFolder ? undefined : await readSource(path);
  return withContext(config, async context => {
    if (isFolder) return tellShops(await importShops(context, path), io);
    if (shopId === undefined) {
      const id = basename(path, extname(path));
      return tellShops([await importShop(context, asShopFile(source), id)], io);
    }
    const question = {shopId, source, isDryRun, language: 'en'} as const;
    return tell(await importCatalogue(context, question), isDryRun ? 'Would be' : 'Are', io);
  });
}

function tellShops(shops: readonly ImportedShop[], io: CliIo): number {
  const codes = shops.map(report => {
    io.out(`Shop ${report.shop}`);
    for (const {calendar, added, changed, unchanged} of report.calendars) {
      const counts = `${added} events added, ${changed} changed, ${unchanged} as they were`;
      io.out(`Calendar ${calendar}: ${counts}`);
    }
    return tell(report, 'Are', io);
  });
  io.out(`${shops.length} shops.`);
  return Math.max(0, ...codes);
}

function tell({added, changed, removed, rejected}: ImportReport, done: string, io: CliIo): number {
  io.out(`${done} added: ${listOf(added)}`);
  io.out(`${done} changed: ${listOf(changed)}`);
  io.out(`${done} removed: ${listOf(removed)}`);
  for (const {line, field, message} of rejected) {
    io.fail(`Line ${line}${field === undefined ? '' : `, ${field}`}: ${message}`);
  }
  return rejected.length === 0 ? 0 : 1;
}

const listOf = (ids: readonly string[]) =>
  `${ids.length}${ids.length === 0 ? '' : ` (${ids.join(', ')})`}`;

async function isFolderAt(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    throw new CliError(`The file ${path} cannot be read.`);
  }
}

async function readSource(path: string): Promise<unknown> {
  const bytes = await readFile(path);
  if (extname(path).toLowerCase() !== '.json') return bytes;
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new CliError(`The file ${path} is not JSON.`);
  }
}

function asShopFile(source: unknown): ShopFile {
  const {shop, products, chat, calendars} = source as Partial<ShopFile>;
  if (shop === undefined) {
    throw new CliError('Say which shop the catalogue is for: import --shop ID FILE.');
  }
  return {
    shop,
    products: products ?? [],
    ...(chat !== undefined && {chat}),
    ...(calendars !== undefined && {calendars}),
  };
}
