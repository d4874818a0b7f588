import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {tags} from '../../src/all-four.js';
import {until} from '../../src/frame.js';
import {needBuild} from '../../src/town.js';

/** What a frame that nobody can look into tells of itself. */
interface Told {
  readonly rows: number;
  readonly events: number;
  readonly order: string;
  readonly chat: string;
  readonly panel: string;
  readonly errors: readonly string[];
  readonly storage: string;
  readonly origin: string;
}

/** Runs inside of the frame: looks at the four once in a while, presses what there is, and tells. */
const TELL = `
  const errors = [];
  addEventListener('error', ({message}) => errors.push(message));
  addEventListener('unhandledrejection', ({reason}) => errors.push(String(reason)));
  let storage = 'there';
  try { localStorage.length; } catch ({name}) { storage = name; }
  const one = (tag, selector) => document.querySelector(tag)?.shadowRoot?.querySelector(selector);
  const count = (tag, selector) => document.querySelector(tag)?.shadowRoot?.querySelectorAll(selector).length ?? 0;
  let isPressed = false;
  const four = ['local-shops-map', 'local-event-calendar', 'local-collect-button', 'local-chat'];
  let at = 0;
  setInterval(() => {
    // what nobody comes near is not loaded
    document.querySelector(four[at++ % 4]).scrollIntoView();
    const launcher = one('local-chat', '[part=launcher]');
    const order = one('local-collect-button', '[part=button]');
    if (launcher && order && !isPressed) {
      isPressed = true;
      order.click();
      launcher.click();
    }
    parent.postMessage({
      rows: count('local-shops-map', '.row .name'),
      events: count('local-event-calendar', '.event .name'),
      order: one('local-collect-button', 'dialog')?.textContent ?? '',
      chat: launcher?.textContent ?? '',
      panel: one('local-chat', '#panel')?.textContent ?? '',
      errors, storage, origin: String(self.origin),
    }, '*');
  }, 50);
`;

/** Scripts and list come from a server that lets everybody read; nobody keeps a hub there. */
async function put(attributes: Readonly<Record<string, string>>, policy = ''): Promise<void> {
  await needBuild();
  const other = await (await fetch('/__feeds/other-origin')).text();
  const elements = tags({src: `${other}/places.geojson`, agenda: '#agenda'}, `${other}/no-hub`);
  const agenda = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: 'Marché',
    // to come, whenever this runs
    startDate: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const frame = document.createElement('iframe');
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  frame.style.cssText = 'inline-size: 1000px; block-size: 800px';
  frame.srcdoc = `<!doctype html><html lang="fr"><head><title>x</title>${policy}</head><body>
    <script type="application/ld+json" id="agenda">${agenda}</script>
    ${elements.replace('date="2026-12-01"', '')}<script>${TELL}</script>
    <script type="module" src="${other}/local-widgets/local-widgets.js"></script></body></html>`;
  document.body.append(frame);
}

describe('the four in frames without rights', () => {
  let told: Told | undefined;
  const hear = ({data}: MessageEvent): void => {
    if ((data as Partial<Told> | null)?.storage) told = data as Told;
  };

  before(() => setViewport({width: 1200, height: 900}));
  beforeEach(() => {
    told = undefined;
    window.addEventListener('message', hear);
  });
  afterEach(() => {
    window.removeEventListener('message', hear);
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  for (const [name, attributes] of [
    ['of nobody’s origin, with scripts alone', {sandbox: 'allow-scripts'}],
    [
      'where a policy refuses all',
      {
        sandbox: 'allow-scripts allow-forms',
        allow: "geolocation 'none'; clipboard-write 'none'; web-share 'none'; fullscreen 'none'",
      },
    ],
  ] as const) {
    it(`${name}: list and agenda are whole, the others lead to the telephone`, async () => {
      await put(attributes);
      await until(() => told?.rows === 20, 'the list is there');
      await until(() => (told?.events ?? 0) > 0, 'the agenda is there');
      await until(() => told?.order.includes('02 33 00 00 00'), 'the shop can be called');
      await until(() => told?.panel.includes('02 33 00 00 00'), 'here too');
      expect(told?.storage).to.equal('SecurityError');
      expect(told?.origin).to.equal('null');
      expect(told?.chat.trim()).not.to.equal('');
      expect(told?.errors).to.deep.equal([]);
    }).timeout(30_000);
  }
});
