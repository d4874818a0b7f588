import {files} from './files.js';

/**
 * A worker of a file of ours. No browser checks the hash of a worker, so from another site its bytes are
 * checked, and the worker is made of these; on the page's own site the page itself is no safer.
 *
 * @param trusted what makes an address one that Trusted Types accept
 * @throws TypeError when the bytes do not come, or are not what was released
 */
export async function startWorker(
  name: string,
  address: string,
  trusted: (address: string) => string,
): Promise<Worker> {
  const isOwn = new URL(address).origin === origin;
  const source = isOwn ? address : await checkedCopy(address, files[name]!);
  const worker = new Worker(trusted(source), {type: 'module'});
  // its first word tells that it has read its file: the copy is not kept
  worker.addEventListener('message', () => URL.revokeObjectURL(source), {once: true});
  return worker;
}

async function checkedCopy(address: string, integrity: string): Promise<string> {
  const answer = await fetch(address, {integrity});
  return URL.createObjectURL(await answer.blob());
}
