import type {Finding} from './finding.js';
import {panelStyles} from './panel.styles.js';

const HEADINGS = {
  problem: ['À corriger', 'To mend'],
  advice: ['Conseil', 'Advice'],
  good: ['En ordre', 'In order'],
} as const;
const ORDER: readonly Finding['kind'][] = ['problem', 'advice', 'good'];

/** The doctor's page in the page: in French and English, for whoever looks after the site. */
export class Panel {
  private readonly host = document.createElement('div');
  private readonly root = this.host.attachShadow({mode: 'open'});
  private readonly list = element('ul');
  private readonly findings: Finding[] = [];

  constructor(private readonly version: string) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(panelStyles);
    this.root.adoptedStyleSheets = [sheet];
    const section = element('section');
    section.setAttribute('aria-label', 'local-widgets');
    section.lang = 'fr';
    const heading = element('h2', `local-widgets ${version}`);
    const buttons = element('p');
    buttons.append(
      button('Copier · Copy', () => void copy(this.text)),
      button('Fermer · Close', () => this.host.remove()),
    );
    section.append(heading, this.list, buttons);
    this.root.append(section);
    document.body.append(this.host);
  }

  /** Everything said, as text for a letter to whoever helps. */
  get text(): string {
    const lines = this.findings.map(({kind, fr, en, code}) =>
      [`[${HEADINGS[kind].join(' · ')}]`, fr, en, code].filter(Boolean).join('\n'),
    );
    return [`local-widgets ${this.version} · ${location.href}`, ...lines].join('\n\n');
  }

  add(findings: readonly Finding[]): void {
    this.findings.push(...findings);
    this.findings.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    this.list.replaceChildren(...this.findings.map(row));
  }
}

/** Pages without https have no clipboard: there the text can be selected. */
function copy(text: string): Promise<void> | undefined {
  const {clipboard} = navigator as {clipboard?: Clipboard};
  return clipboard?.writeText(text);
}

function row({kind, fr, en, code}: Finding): HTMLElement {
  const [french, english] = HEADINGS[kind];
  const inEnglish = element('p', en);
  inEnglish.lang = 'en';
  const heading = element('h3', french);
  const translation = element('span', ` · ${english}`);
  translation.lang = 'en';
  heading.append(translation);
  const item = element('li');
  item.dataset['kind'] = kind;
  item.append(heading, element('p', fr), inEnglish);
  if (code !== undefined) item.append(element('code', code));
  return item;
}

function element(tag: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function button(text: string, act: () => void): HTMLElement {
  const made = element('button', text);
  made.setAttribute('type', 'button');
  made.addEventListener('click', act);
  return made;
}
