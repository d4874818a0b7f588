import {FeedError, itemsIn} from '@local-widgets/core';
import type {Source} from './load-sources.js';
import {readInput} from './load-places.js';
import type {LoadedPlaces, SourceRequest} from './source.js';

const DATA_BLOCK = 'script[type$=json]';

/** What stands inside the element: its data blocks, else its microdata, read anew at each call. */
export function inlineSources(request: SourceRequest): Source[] {
  const {host} = request;
  const blocks = [...host.querySelectorAll<HTMLElement>(DATA_BLOCK)];
  const name = `the content of <${host.localName}>`;
  if (blocks.length === 0 && !host.querySelector('[itemscope]')) return [];
  return (blocks.length > 0 ? blocks : [host]).map((element, at) => {
    const src = blocks.length > 1 ? `${name}, data block ${at + 1}` : name;
    return {src, load: () => readElement(element, src, request)};
  });
}

/** A data block of the page, or an element with microdata in it, by its `#id`. */
export async function elementSource(src: string, request: SourceRequest): Promise<LoadedPlaces> {
  const {host} = request;
  const id = src.slice(1);
  const root = host.getRootNode();
  const element =
    (root instanceof ShadowRoot && root.getElementById(id)) ||
    host.ownerDocument.getElementById(id);
  if (!element) throw new FeedError('not-found', `No element of the page has the id "${id}".`);
  return readElement(element, src, request);
}

/** Always read in this thread: its text is in the page already. */
async function readElement(
  element: HTMLElement,
  src: string,
  {host, format, signal}: SourceRequest,
): Promise<LoadedPlaces> {
  const {baseURI} = host.ownerDocument;
  const isBlock = element.matches('script');
  const input = isBlock
    ? element.textContent
    : {'@context': 'https://schema.org', '@graph': itemsIn(element)};
  try {
    return await readInput(input, baseURI, {format: isBlock ? format : 'json-ld', signal}, '');
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    throw new FeedError(
      error.code,
      error.message.replace(baseURI, () => src),
    );
  }
}
