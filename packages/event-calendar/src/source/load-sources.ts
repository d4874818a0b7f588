import {FeedError, itemsIn, siteName} from '@local-widgets/core';
import {hubAddress, loadAddress} from './load-events.js';
import {merged} from './merged.js';
import {readInput} from './read-input.js';
import type {LoadedEvents, SourceFailure, SourceRequest} from './source.js';

/** One of the things that `src` names, or that stand inside the element. */
interface Source {
  /** As the author wrote it, or a few words for what has no address. */
  readonly src: string;
  readonly load: (label: string | undefined) => Promise<LoadedEvents>;
}

const DATA_BLOCK = 'script[type$=json]';

/**
 * Loads all sources at once and merges what they have. One that fails is named in `failures` while the
 * others are shown.
 *
 * @throws FeedError the first one, when all fail; an abort rejects with its reason.
 */
export async function loadSources(request: SourceRequest): Promise<LoadedEvents> {
  const sources = await sourcesOf(request);
  const several = sources.length > 1;
  const names = sources.map(({src}, i) => request.labels[i] ?? shortName(src));
  const answers = await Promise.allSettled(
    sources.map(({load}, i) => load(several ? names[i] : request.labels[i])),
  );
  const {signal, host} = request;
  if (signal.aborted) throw signal.reason;
  const loaded: [src: string, events: LoadedEvents][] = [];
  const failures: SourceFailure[] = [];
  answers.forEach((answer, at) => {
    const {src} = sources[at]!;
    if (answer.status === 'fulfilled') loaded.push([src, answer.value]);
    else failures.push({name: names[at]!, error: asFeedError(src, answer.reason)});
  });
  const [only] = loaded;
  if (!only) throw failures[0]?.error ?? nothingThere(host);
  const labels = several ? names : [];
  return loaded.length > 1
    ? merged(loaded, failures, labels)
    : Object.assign(only[1], {failures, labels});
}

async function sourcesOf(request: SourceRequest): Promise<Source[]> {
  const {src, host, hub, calendar} = request;
  const names = src.split(/\s+/).filter(Boolean);
  const hubs = hub && calendar ? [{src: calendar, load: loadHub(request)}] : [];
  const isInline = names.length === 0 && hubs.length === 0;
  // what stands in the page may still be on its way, and half an agenda is none
  if (isInline || src.includes('#')) await parsed(host.ownerDocument);
  if (isInline) return inlineSources(request);
  const given = names.map(name => ({
    src: name,
    load: name.startsWith('#')
      ? (label: string | undefined) => elementSource(name, request, label)
      : (label: string | undefined) => load(name, request, label),
  }));
  return [...given, ...hubs];
}

const loadHub = (request: SourceRequest) => (label: string | undefined) =>
  loadAddress(hubAddress(request), {...request, format: ''}, label);

/** `format` counts for what is not recognised without it. */
function load(
  address: string,
  request: SourceRequest,
  label: string | undefined,
): Promise<LoadedEvents> {
  if (!request.format) return loadAddress(address, request, label);
  return loadAddress(address, {...request, format: ''}, label).catch((error: unknown) => {
    if (error instanceof FeedError && error.code === 'unreadable')
      return loadAddress(address, request, label);
    throw error;
  });
}

/** What stands inside the element: its data blocks, else its microdata, read anew at each call. */
function inlineSources(request: SourceRequest): Source[] {
  const {host} = request;
  const blocks = [...host.querySelectorAll<HTMLElement>(DATA_BLOCK)];
  const name = `the content of <${host.localName}>`;
  if (blocks.length === 0 && !host.querySelector('[itemscope]')) return [];
  return (blocks.length > 0 ? blocks : [host]).map((element, at) => {
    const src = blocks.length > 1 ? `${name}, data block ${at + 1}` : name;
    return {src, load: label => readElement(element, src, request, label)};
  });
}

/** A data block of the page, or an element with microdata in it, by its `#id`. */
async function elementSource(
  src: string,
  request: SourceRequest,
  label: string | undefined,
): Promise<LoadedEvents> {
  const {host} = request;
  const id = src.slice(1);
  const root = host.getRootNode();
  const element =
    (root instanceof ShadowRoot && root.getElementById(id)) ||
    host.ownerDocument.getElementById(id);
  if (!element) throw new FeedError('not-found', `No element of the page has the id "${id}".`);
  return readElement(element, src, request, label);
}

async function readElement(
  element: HTMLElement,
  src: string,
  request: SourceRequest,
  label: string | undefined,
): Promise<LoadedEvents> {
  const {baseURI} = request.host.ownerDocument;
  const isBlock = element.matches('script');
  const input = isBlock
    ? element.textContent
    : {'@context': 'https://schema.org', '@graph': itemsIn(element)};
  const format = isBlock ? request.format : 'json-ld';
  try {
    return await readInput(input, baseURI, {...request, format}, {...(label && {label})});
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    throw new FeedError(
      error.code,
      error.message.replace(baseURI, () => src),
    );
  }
}

/** What people would call a source that the webmaster gives no name: its site, or its file. */
function shortName(src: string): string {
  try {
    return siteName(src);
  } catch {
    return src.replace(/^.*\//s, '').replace(/[?#].*$|\.\w+$/gs, '') || src;
  }
}

/** A part of our own that does not arrive is a failure of the source that needed it. */
function asFeedError(src: string, error: unknown): FeedError {
  return error instanceof FeedError
    ? error
    : new FeedError('unreadable', `${src} cannot be read: ${String(error)}`);
}

function nothingThere({localName}: HTMLElement): FeedError {
  return new FeedError('not-found', `<${localName}> has no src, no data block and no microdata.`);
}

function parsed(document: Document): Promise<unknown> | undefined {
  if (document.readyState !== 'loading') return undefined;
  return new Promise(resolve =>
    document.addEventListener('DOMContentLoaded', resolve, {once: true}),
  );
}
