/**
 * The script tag: looks which of our elements the page uses and loads only those, also for tags that
 * are added later. Tags that are not ours are never touched.
 */

/** Our elements and what defines them. The allow-list is the whole list. */
const widgets: Readonly<Record<string, () => Promise<unknown>>> = {
  'local-chat': () => import('@local-widgets/chat/define.js'),
  'local-collect-button': () => import('@local-widgets/collect-button/define.js'),
  'local-event-calendar': () => import('@local-widgets/event-calendar/define.js'),
  'local-shops-map': () => import('@local-widgets/shops-map/define.js'),
};

const asked = new Set<string>();

function ask(tag: string): void {
  const load = Object.hasOwn(widgets, tag) ? widgets[tag] : undefined;
  if (!load || asked.has(tag)) return;
  asked.add(tag);
  load().catch((error: unknown) => {
    // a script that did not arrive may arrive at the next try; the page keeps its fallback meanwhile
    asked.delete(tag);
    console.warn(`<${tag}> could not be loaded; its content stays as the page wrote it.`, error);
  });
}

function lookAt(root: ParentNode): void {
  for (const tag of Object.keys(widgets)) if (root.querySelector(tag)) ask(tag);
}

function start(): void {
  lookAt(document);
  new MutationObserver(records => {
    for (const {addedNodes} of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        ask(node.localName);
        lookAt(node);
      }
    }
  }).observe(document.documentElement, {childList: true, subtree: true});
}

if (typeof document !== 'undefined') start();

export {};
