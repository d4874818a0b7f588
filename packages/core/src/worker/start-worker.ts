import {checkedWorker, pageLoader} from './checked-worker.js';
import {WorkerRefusal} from './worker-refusal.js';

/** The part of Trusted Types that we use (https://w3c.github.io/trusted-types/). */
interface ScriptUrlPolicy {
  createScriptURL(address: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

/** What we use of a worker. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
}

/** A worker that was started, and how to end it for good. */
export interface StartedWorker {
  readonly worker: WorkerLike;
  /** What it is started from, for sentences about it. */
  readonly address: string;
  readonly end: () => void;
  /** It said so before anybody listened. */
  isReady?: boolean;
}

/** The same policy cannot be made twice: all elements of a page share it. */
let policy: ScriptUrlPolicy | undefined;
/** The only address that the policy lets pass. */
let own = '';

/**
 * Starts a worker of ours from its file. From another site, where browsers start no worker, through a
 * module of one line that imports the file; by the script tag, of checked bytes.
 *
 * @throws WorkerRefusal when the page does not allow it; where a browser tells a refusal by a
 * Content-Security-Policy later, it does so by the worker's `error` event.
 */
export function startWorker(file: URL): StartedWorker {
  const loader = pageLoader();
  if (loader) {
    const worker = checkedWorker(loader, file);
    return {worker, address: file.href, end: () => worker.terminate()};
  }
  const isForeign = file.origin !== self.origin;
  const address = isForeign ? moduleImporting(file.href) : file.href;
  const forget = (): void => (isForeign ? URL.revokeObjectURL(address) : undefined);
  try {
    const worker = new Worker(trusted(address), {type: 'module'});
    const end = (): void => {
      worker.terminate();
      forget();
    };
    return {worker, address: file.href, end};
  } catch (error) {
    forget();
    throw error instanceof WorkerRefusal
      ? error
      : new WorkerRefusal(`The worker ${file.href} was refused (${String(error)}).`, file.href);
  }
}

function moduleImporting(address: string): string {
  const text = `import ${JSON.stringify(address)};`;
  return URL.createObjectURL(new Blob([text], {type: 'text/javascript'}));
}

/** The address as pages with Trusted Types want it: vouched for by a policy that knows no other. */
function trusted(address: string): string {
  const {trustedTypes} = self as {trustedTypes?: PolicyFactory};
  if (!trustedTypes) return address;
  own = address;
  try {
    policy ??= trustedTypes.createPolicy('local-widgets', {
      createScriptURL: given => {
        if (given === own) return given;
        throw new TypeError(`${given} is not the worker of local-widgets.`);
      },
    });
  } catch {
    throw new WorkerRefusal(
      `This page's Content-Security-Policy refuses the worker ${address}: add local-widgets to trusted-types.`,
      address,
    );
  }
  return policy.createScriptURL(address);
}
