import type {FeedErrorCode, loadFeed} from '../../src/index.js';

/** A page in a frame, with a Content-Security-Policy of its own. */
export interface PageWithPolicy {
  /** How loading a feed from that page fails, after one attempt. */
  failureOf(address: string): Promise<{code: FeedErrorCode; message: string}>;
  close(): void;
}

/** Opens one of the pages in `pages/`, which have our loader in them. */
export async function pageWithPolicy(name: string): Promise<PageWithPolicy> {
  const frame = document.createElement('iframe');
  const loading = new Promise(resolve => frame.addEventListener('load', resolve));
  // from a real address: Firefox takes no 'self' in a page that is written into the frame
  frame.src = new URL(`pages/${name}.html`, import.meta.url).href;
  document.body.append(frame);
  await loading;
  const page = frame.contentWindow as unknown as {loadFeed: typeof loadFeed};
  return {
    failureOf: async address => {
      const outcome: unknown = await page
        .loadFeed(address, {attempts: 1})
        .catch((error: unknown) => error);
      const {code, message} = outcome as {code: FeedErrorCode; message: string};
      return {code, message};
    },
    close: () => frame.remove(),
  };
}
