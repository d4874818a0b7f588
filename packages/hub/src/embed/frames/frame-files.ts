import {createHash} from 'node:crypto';

/** A small file of ours whose address changes with its text, so that it may be kept for ever. */
function versioned(path: string, type: string, text: string) {
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return {path, type, text, href: `${path}?v=${version}`};
}

/**
 * Tells the page around how high the content is, so that it can give the frame that height. To any page:
 * which one it is cannot be known here, and it learns a number only. Dialogs lie above the content and take
 * their place from the window: while one is open, room for it is asked for.
 */
const SCRIPT = `const ROOM_FOR_DIALOG = 720;
const root = document.documentElement;
const widget = document.querySelector('main > :last-child');
let told = 0;

function tell() {
  const content = Math.ceil(root.getBoundingClientRect().height);
  const isOpen = widget.shadowRoot?.querySelector('dialog[open]');
  const height = isOpen ? Math.max(content, ROOM_FOR_DIALOG) : content;
  if (height === told) return;
  told = height;
  parent.postMessage({type: 'local-widgets:height', height}, '*');
}

if (parent !== window) {
  new ResizeObserver(tell).observe(root);
  // a page that began to listen after the first word
  addEventListener('message', ({data}) => {
    if (data?.type !== 'local-widgets:ask-height') return;
    told = 0;
    tell();
  });
  customElements.whenDefined(widget.localName).then(() => {
    const options = {subtree: true, childList: true, attributes: true, attributeFilter: ['open']};
    if (widget.shadowRoot) new MutationObserver(tell).observe(widget.shadowRoot, options);
  });
}
`;

const STYLES = `:root { color-scheme: light; }
:root.dark { color-scheme: dark; }
:root.auto { color-scheme: light dark; }
body { margin: 0; font: 100%/1.5 system-ui, sans-serif; }
main { display: flow-root; padding: 2px; }
h1 { position: absolute; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
p { margin: 0 0 .5rem; }
.problem { padding: 1rem; border: 1px solid; border-left-width: .375rem; border-radius: .5rem; }
`;

export const FRAME_FILES = {
  script: versioned('/embed/frame.js', 'text/javascript; charset=utf-8', SCRIPT),
  styles: versioned('/embed/frame.css', 'text/css; charset=utf-8', STYLES),
};
