import type {WorkerLike} from './start-worker.js';

/** What the loader of the script tag offers to the files that it loaded (`@local-widgets/embed`). */
interface Loader {
  /** A worker of one of its files, named without `.js`; its bytes were checked. */
  startWorker(name: string): Promise<Worker>;
}

/** The page's loader; absent where the elements came from npm. */
export function pageLoader(): Loader | undefined {
  return (globalThis as unknown as Record<symbol, Loader | undefined>)[
    Symbol.for('local-widgets.loader')
  ];
}

/**
 * Stands for a worker that is still being checked. Ours say a first word by themselves, so nothing has to
 * be told them before; a file that is not what was released is told by the `error` event.
 */
export function checkedWorker(loader: Loader, file: URL): WorkerLike {
  let isEnded = false;
  const port: WorkerLike = {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage: () => undefined,
    terminate: () => {
      isEnded = true;
    },
  };
  const [, name = ''] = /([\w-]+)\.js$/.exec(file.pathname) ?? [];
  loader.startWorker(name).then(
    worker => {
      if (isEnded) {
        worker.terminate();
        return;
      }
      worker.onmessage = event => port.onmessage?.(event);
      worker.onmessageerror = event => port.onmessageerror?.(event);
      worker.onerror = event => port.onerror?.(event);
      port.postMessage = (message, transfer) => worker.postMessage(message, transfer);
      port.terminate = () => worker.terminate();
    },
    (error: unknown) => port.onerror?.(new ErrorEvent('error', {message: String(error)})),
  );
  return port;
}
