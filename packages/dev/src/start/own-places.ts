import {access, constants, readFile, stat} from 'node:fs/promises';
import type {Answer} from '../serve/send.js';
import {contentType} from '../serve/content-types.js';
import {SentenceError} from '../sentence-error.js';

const maxBytes = 100e6;
const maxMilliseconds = 30_000;

/**
 * Opens the file or address given by `--places` and returns a function that gives its content: a
 * file is read anew each time, so that an edit shows after a reload; an address is fetched once,
 * by this process, so that its CORS rules do not matter. Throws a SentenceError.
 */
export async function openPlaces(places: string): Promise<() => Promise<Answer>> {
  if (/^[a-z][a-z\d+.-]+:/i.test(places)) {
    const answer = await fetchPlaces(places);
    return () => Promise.resolve(answer);
  }
  await checkFile(places);
  const type = contentType(places);
  return async () => ({type, body: await readFile(places)});
}

async function checkFile(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch {
    throw new SentenceError(`The file of --places cannot be read: ${path}`);
  }
  if (!(await stat(path)).isFile()) throw new SentenceError(`--places is not a file: ${path}`);
}

async function fetchPlaces(address: string): Promise<Answer> {
  const url = URL.parse(address);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new SentenceError(`--places takes a file or an address of http or https, not ${address}`);
  }
  try {
    const response = await fetch(url, {signal: AbortSignal.timeout(maxMilliseconds)});
    if (!response.ok) throw new SentenceError(`it answered ${response.status}.`);
    const body = await readLimited(response);
    const type = response.headers.get('content-type') ?? contentType(url.pathname);
    return {type, body};
  } catch (error) {
    throw new SentenceError(`The address of --places cannot be loaded: ${reason(error)}`);
  }
}

async function readLimited(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) throw new SentenceError('it is larger than 100 MB.');
  }
  return Buffer.concat(chunks);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer within 30 seconds.';
  return error.cause instanceof Error ? error.cause.message : error.message;
}
