import {
  diffCatalogue,
  explainRejection,
  mergeCatalogue,
  readCatalogue,
  UnreadableFeedError,
  type ReadCatalogueResult,
} from '@local-widgets/model';
import type {Language, Product} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {readProducts} from '../shops/product-store.js';
import {changeCatalogue, writeCatalogue} from './catalogue-store.js';
import {deskWords} from './desk-words.js';

/** What an import would do, or has done: ids, and the lines that could not be taken. */
export interface ImportReport {
  added: string[];
  changed: string[];
  removed: string[];
  rejected: {line: number; field?: string; message: string}[];
}

export interface CatalogueImport {
  shopId: string;
  /** The file: bytes or text of a CSV, or what JSON gave. */
  source: unknown;
  isDryRun: boolean;
  language: Language;
}

/**
 * Puts a file in place of the catalogue. What the file cannot tell stays as it is, the stock above all;
 * and while a line of it could not be read, nothing is removed: the line may be what is missing.
 *
 * @throws HubProblem `invalid` for what is no catalogue
 */
export async function importCatalogue(
  context: Pick<HubContext, 'db' | 'dialect' | 'clock'>,
  {shopId, source, isDryRun, language}: CatalogueImport,
): Promise<ImportReport> {
  const read = readOrRefuse(source);
  const rejected = read.rejected.map(rejection => ({
    line: rejection.line,
    ...(rejection.field !== undefined && {field: rejection.field}),
    message: explainRejection(rejection, language),
  }));
  const run = async (trx: HubContext['db'], write?: HubTransaction) => {
    const plan = planImport(await readProducts(trx, shopId), read);
    if (write) await writeCatalogue(write, shopId, plan.catalogue);
    return {...plan.changes, rejected};
  };
  return isDryRun ? run(context.db) : changeCatalogue(context, shopId, trx => run(trx, trx));
}

function readOrRefuse(source: unknown): ReadCatalogueResult {
  try {
    return readCatalogue(source as Parameters<typeof readCatalogue>[0]);
  } catch (error) {
    if (!(error instanceof UnreadableFeedError)) throw error;
    throw new HubProblem('invalid', {
      detail: language => deskWords(language).unreadableCatalogue,
    });
  }
}

function planImport(before: readonly Product[], {products, told, rejected}: ReadCatalogueResult) {
  const merged = mergeCatalogue(before, products, told);
  const {added, changed, removed} = diffCatalogue(before, merged);
  const isWhole = rejected.length === 0;
  const stay = isWhole ? [] : before.filter(({id}) => removed.includes(id));
  return {
    changes: {added, changed, removed: isWhole ? removed : []},
    catalogue: {
      products: [...merged, ...stay],
      tellsStock: told.has('stock'),
      removed: isWhole ? removed : [],
    },
  };
}
