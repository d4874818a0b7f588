import {first} from './built.js';
import {base, ownTag} from './own-tag.js';

/** For a file's name, its hash and then the files that it imports. */
export type Files = Record<string, string | undefined>;

/** The rest of the loader, for pages that need more than the first files of their widgets. */
interface Parts {
  readonly files: Files;
  readonly startWorker: (
    name: string,
    address: string,
    trusted: (address: string) => string,
  ) => Promise<Worker>;
}

const files: Files = first;
/**
 * What `require-trusted-types-for 'script'` wants to hear: files of this release, and the checked bytes of a
 * worker. Nobody else can ask this policy.
 */
const policy = (globalThis as TrustedPage).trustedTypes?.createPolicy('local-widgets', {
  // of another it gives none
  createScriptURL: address =>
    address.startsWith(base) || address.startsWith('blob:') ? address : '',
});

interface Policy {
  createScriptURL(address: string): string;
}

interface TrustedPage {
  trustedTypes?: {createPolicy(name: string, rules: Policy): Policy};
}

const trusted = (address: string): string => policy?.createScriptURL(address) ?? address;
const addressOf = (name: string): string => `${base}${name}.js`;
const scripts: Record<string, Promise<unknown> | undefined> = {};

/** Runs a file once all that it imports has run; one that did not arrive may arrive at the next try. */
const run = (name: string): Promise<unknown> =>
  (scripts[name] ??= bring(name).catch((error: unknown) => {
    scripts[name] = undefined;
    throw error;
  }));

/**
 * A browser checks the hash of a script tag, and of nothing that its file imports: so each file has a tag,
 * after those of its imports. All are on their way at once; nothing runs when one does not match.
 */
async function bring(name: string): Promise<void> {
  const [integrity, ...imports] = (files[name] ?? (await parts()).files[name]!).split(' ');
  const address = addressOf(name);
  const put = (tag: string, more: object): void =>
    document.head.append(
      Object.assign(document.createElement(tag), more, {
        integrity,
        crossOrigin: '',
        nonce: ownTag?.nonce,
      }),
    );
  if (imports[0]) put('link', {rel: 'preload', as: 'script', href: address});
  await Promise.all(imports.map(run));
  await new Promise((onload, reject) => {
    const src = trusted(address);
    put('script', {type: 'module', src, onload, onerror: () => reject(Error(`${address} failed`))});
  });
}

const parts = (): Promise<Parts> => load('parts') as Promise<Parts>;

/**
 * What a file exports, once it ran.
 *
 * @param known hashes that the asking file brings along
 */
export async function load(name: string, known?: Files): Promise<unknown> {
  Object.assign(files, known);
  await run(name);
  // it is there already: no request, and nothing unchecked
  return import(addressOf(name));
}

/** A worker of ours, whose bytes were checked. */
export const startWorker = async (name: string): Promise<Worker> =>
  (await parts()).startWorker(name, addressOf(name), trusted);
