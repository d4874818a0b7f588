import {FeedError, loadFeed} from '@local-widgets/core';
import {mergePlaces} from '@local-widgets/model';
import {inlineSources, elementSource} from './inline-source.js';
import {foreignName} from './load-places.js';
import {nameInside} from './name-inside.js';
import {readLarge} from './read-large.js';
import type {LoadedPlaces, SourceFailure, SourceRequest} from './source.js';

/** One of the things that `src` names, or that stand inside the element. */
export interface Source {
  /** As the author wrote it, or a few words for what has no address. */
  readonly src: string;
  readonly load: () => Promise<LoadedPlaces>;
}

/**
 * Loads all sources at once and merges what they have. One that fails is named in `failures` while the
 * others are shown.
 *
 * @throws FeedError the first one, when all fail; an abort rejects with its reason.
 */
export async function loadSources(request: SourceRequest): Promise<LoadedPlaces> {
  const sources = await sourcesOf(request);
  const answers = await Promise.allSettled(sources.map(({load}) => load()));
  const {signal} = request;
  if (signal.aborted) throw signal.reason;
  const loaded: [src: string, places: LoadedPlaces][] = [];
  const failures: SourceFailure[] = [];
  answers.forEach((answer, at) => {
    const {src} = sources[at]!;
    if (answer.status === 'fulfilled') loaded.push([src, answer.value]);
    else failures.push({src, error: asFeedError(src, answer.reason)});
  });
  const [only] = loaded;
  if (!only) throw failures[0]?.error ?? nothingThere(request.host);
  return loaded.length > 1 ? merged(loaded, failures) : {...only[1], failures};
}

async function sourcesOf(request: SourceRequest): Promise<Source[]> {
  const {src, host} = request;
  const names = src.split(/\s+/).filter(Boolean);
  // what stands in the page may still be on its way, and half a list is no list
  if (!names.length || src.includes('#')) await parsed(host.ownerDocument);
  if (!names.length) return inlineSources(request);
  const several = names.length > 1;
  return names.map(name => ({
    src: name,
    load: name.startsWith('#')
      ? () => elementSource(name, request)
      : () => loadAddress(name, request, several),
  }));
}

async function loadAddress(
  src: string,
  request: SourceRequest,
  several: boolean,
): Promise<LoadedPlaces> {
  const feed = await loadFeed(src, request);
  const sourceName = foreignName(feed.url) || (several && nameInside(feed.bytes)) || '';
  const read = (format?: string): Promise<LoadedPlaces> =>
    readLarge(feed, {...request, format, ...(several && {onEarly: undefined})}, sourceName);
  if (!several || !request.format) return read(request.format);
  return read().catch((error: unknown) => retryAs(request.format, error, read));
}

/** `format` counts for what is not recognised without it. */
function retryAs(
  format: string | undefined,
  error: unknown,
  read: (format?: string) => Promise<LoadedPlaces>,
): Promise<LoadedPlaces> {
  if (error instanceof FeedError && error.code === 'unreadable') return read(format);
  throw error;
}

function merged(
  loaded: readonly (readonly [src: string, places: LoadedPlaces])[],
  failures: SourceFailure[],
): LoadedPlaces {
  const all = loaded.map(([, each]) => each);
  const {places, duplicates} = mergePlaces(all.map(({places}) => places));
  return {
    places,
    duplicates,
    failures,
    format: all[0]!.format,
    truncated: all.some(({truncated}) => truncated),
    rejected: loaded.flatMap(([src, {rejected}]) => rejected.map(row => ({src, ...row}))),
  };
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
