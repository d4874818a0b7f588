import {waitUntil} from '@open-wc/testing';

/** The window of a page in a frame of ours: same origin, so everything in it can be watched. */
export type PageWindow = Window & typeof globalThis;

/** A page in a frame, with all that it complained about. */
export interface Page {
  readonly window: PageWindow;
  readonly document: Document;
  readonly frame: HTMLIFrameElement;
  /** What it said by `console.warn`. */
  readonly warnings: string[];
  /** What it said by `console.error`, and what nobody caught. */
  readonly errors: string[];
  /** What its Content-Security-Policy refused. */
  readonly violations: string[];
}

export interface PageSource {
  readonly src?: string;
  readonly srcdoc?: string;
  /** Called before the page's scripts run, for what a test replaces in the page's world. */
  readonly before?: ((window: PageWindow) => void) | undefined;
}

/** A slow machine may let a page's scripts run before we watch; then the page is opened again. */
const OPENINGS = 5;

/** Whichever is registered shows that scripts have run. */
const OURS = [
  'local-chat',
  'local-collect-button',
  'local-desk',
  'local-event-calendar',
  'local-shops-map',
];

const open: HTMLIFrameElement[] = [];

/** Opens a page over the whole viewport and watches it from before its scripts run. */
export async function openPage(source: PageSource): Promise<Page> {
  for (let opening = 1; opening <= OPENINGS; opening++) {
    const frame = document.createElement('iframe');
    frame.style.cssText =
      'position: fixed; inset: 0; inline-size: 100%; block-size: 100%; border: 0';
    if (source.src !== undefined) frame.src = source.src;
    if (source.srcdoc !== undefined) frame.srcdoc = source.srcdoc;
    document.body.append(frame);
    open.push(frame);
    const window = await begun(frame);
    if (!OURS.some(tag => window.customElements.get(tag))) {
      return watch(frame, window, source.before);
    }
    frame.remove();
  }
  throw new Error('The scripts of the page always ran before the test could watch them.');
}

/** Removes all pages; to be called after each test. */
export function closePages(): void {
  for (const frame of open.splice(0)) frame.remove();
}

/** The window of the frame's document as soon as it is no longer the empty one. */
async function begun(frame: HTMLIFrameElement): Promise<PageWindow> {
  const empty = frame.contentDocument;
  for (;;) {
    const {contentWindow, contentDocument} = frame;
    if (contentDocument?.head && contentDocument !== empty) return contentWindow as PageWindow;
    await nextTask();
  }
}

/** The next task, sooner than any timer. */
function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

function watch(frame: HTMLIFrameElement, window: PageWindow, before: PageSource['before']): Page {
  const {document} = window;
  const page: Page = {window, document, frame, warnings: [], errors: [], violations: []};
  const {console} = window;
  console.warn = (...words: unknown[]) => page.warnings.push(words.map(String).join(' '));
  console.error = (...words: unknown[]) => page.errors.push(words.map(String).join(' '));
  window.addEventListener('error', event => page.errors.push(event.message));
  window.addEventListener('unhandledrejection', ({reason}) => page.errors.push(String(reason)));
  document.addEventListener('securitypolicyviolation', event => {
    page.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
  before?.(window);
  return page;
}

/** Waits until something is true in a page; `what` completes the sentence "Timed out: …". */
export function until(isTrue: () => unknown, what: string, timeout = 12_000): Promise<void> {
  return waitUntil(() => Boolean(isTrue()), what, {interval: 20, timeout});
}
