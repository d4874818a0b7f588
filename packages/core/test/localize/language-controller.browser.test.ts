import {expect} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import {languageAround, LocalElement} from '../../src/index.js';

class Speaker extends LocalElement {
  renderings = 0;

  get tag(): string {
    return this.language.tag;
  }

  override render(): TemplateResult {
    this.renderings++;
    return html`${this.language.tag}`;
  }
}
customElements.define('local-speaker', Speaker);

/** Lets observers of changes speak, and what they caused be rendered. */
async function settled(element: Speaker): Promise<string | undefined> {
  await Promise.resolve();
  await element.updateComplete;
  return element.shadowRoot?.textContent;
}

describe('LanguageController', () => {
  const root = document.documentElement;
  let stage: HTMLElement;
  let pageLanguage: string | null;

  beforeEach(() => {
    pageLanguage = root.getAttribute('lang');
    root.removeAttribute('lang');
    stage = document.body.appendChild(document.createElement('div'));
  });

  afterEach(() => {
    stage.remove();
    if (pageLanguage === null) root.removeAttribute('lang');
    else root.setAttribute('lang', pageLanguage);
  });

  /** A speaker inside nested elements with these languages, from outside in; '-' has none. */
  function speakerIn(parent: Element | ShadowRoot, ...languages: string[]): Speaker {
    let at: Element | ShadowRoot = parent;
    for (const language of languages) {
      const wrapper = document.createElement('div');
      if (language !== '-') wrapper.lang = language;
      at.append(wrapper);
      at = wrapper;
    }
    const speaker = new Speaker();
    at.append(speaker);
    return speaker;
  }

  function shadowIn(parent: Element | ShadowRoot): ShadowRoot {
    const host = document.createElement('div');
    parent.append(host);
    return host.attachShadow({mode: 'closed'});
  }

  it('is French when the page does not say', async () => {
    expect(await settled(speakerIn(stage))).to.equal('fr');
  });

  it('takes the language of the page', async () => {
    root.lang = 'en-GB';
    expect(await settled(speakerIn(stage))).to.equal('en-gb');
  });

  it('takes the closest language', async () => {
    expect(await settled(speakerIn(stage, 'en', 'de', '-'))).to.equal('de');
  });

  it('takes its own language first', async () => {
    const speaker = speakerIn(stage, 'en');
    speaker.lang = 'it';
    expect(await settled(speaker)).to.equal('it');
  });

  it('reads tags with underscores, and passes over empty ones', async () => {
    expect(await settled(speakerIn(stage, 'en_US'))).to.equal('en-us');
    expect(await settled(speakerIn(stage, 'en', '', '-'))).to.equal('en');
  });

  it('looks out of nested and closed shadow roots', async () => {
    stage.lang = 'de';
    expect(await settled(speakerIn(shadowIn(shadowIn(stage)), '-'))).to.equal('de');
  });

  it('prefers a language inside the shadow root', async () => {
    stage.lang = 'de';
    expect(await settled(speakerIn(shadowIn(stage), 'en'))).to.equal('en');
  });

  it('follows a change of the page', async () => {
    const speaker = speakerIn(stage);
    await settled(speaker);
    root.lang = 'en';
    expect(await settled(speaker)).to.equal('en');
    root.removeAttribute('lang');
    expect(await settled(speaker)).to.equal('fr');
  });

  it('follows a change of its own and of an ancestor outside of its shadow root', async () => {
    const speaker = speakerIn(shadowIn(stage));
    await settled(speaker);
    stage.lang = 'en';
    expect(await settled(speaker)).to.equal('en');
    speaker.lang = 'de';
    expect(await settled(speaker)).to.equal('de');
    speaker.lang = '';
    expect(await settled(speaker)).to.equal('en');
  });

  it('follows a change inside the shadow roots around it', async () => {
    const outer = shadowIn(stage);
    const middle = outer.appendChild(document.createElement('div'));
    const speaker = speakerIn(shadowIn(middle));
    await settled(speaker);
    middle.lang = 'en';
    expect(await settled(speaker)).to.equal('en');
  });

  it('takes the language of the place that it was moved to', async () => {
    const speaker = speakerIn(stage, 'en');
    await settled(speaker);
    const elsewhere = speakerIn(stage, 'de').parentElement!;
    elsewhere.append(speaker);
    expect(await settled(speaker)).to.equal('de');
  });

  it('takes what changed while it was out of the page', async () => {
    const speaker = speakerIn(stage);
    await settled(speaker);
    speaker.remove();
    stage.lang = 'en';
    await settled(speaker);
    expect(speaker.tag).to.equal('fr');
    stage.append(speaker);
    expect(await settled(speaker)).to.equal('en');
    stage.lang = 'de';
    expect(await settled(speaker)).to.equal('de');
  });

  it('does not render again when the language stays the same', async () => {
    const speaker = speakerIn(stage, 'en', '-');
    await settled(speaker);
    root.lang = 'de';
    speaker.parentElement!.lang = 'en';
    await settled(speaker);
    speaker.lang = 'en';
    speaker.remove();
    stage.append(speaker);
    await settled(speaker);
    expect(speaker.renderings).to.equal(1);
  });

  describe('and its observer', () => {
    const Real = MutationObserver;
    let observers: {observed: number; stopped: boolean}[];

    beforeEach(() => {
      observers = [];
      globalThis.MutationObserver = class extends Real {
        private readonly entry = {observed: 0, stopped: false};

        constructor(callback: MutationCallback) {
          super(callback);
          observers.push(this.entry);
        }

        override observe(target: Node, options?: MutationObserverInit): void {
          this.entry.observed++;
          super.observe(target, options);
        }

        override disconnect(): void {
          this.entry.stopped = true;
          super.disconnect();
        }
      };
    });

    afterEach(() => {
      globalThis.MutationObserver = Real;
    });

    it('is one for all elements, and ends with the last of them', () => {
      const speakers = [speakerIn(stage), speakerIn(shadowIn(stage)), speakerIn(stage, 'en')];
      expect(observers).to.have.lengthOf(1);
      speakers.pop()!.remove();
      speakers.pop()!.remove();
      expect(observers[0]?.stopped).to.equal(false);
      speakers.pop()!.remove();
      expect(observers[0]?.stopped).to.equal(true);
    });

    it('begins anew when an element comes back', async () => {
      const speaker = speakerIn(stage);
      speaker.remove();
      stage.append(speaker);
      expect(observers.map(({stopped}) => stopped)).to.deep.equal([true, false]);
      stage.lang = 'en';
      expect(await settled(speaker)).to.equal('en');
    });

    it('does not hold an element that left while another stays', async () => {
      speakerIn(stage);
      const gone = speakerIn(stage);
      await settled(gone);
      gone.remove();
      gone.requestUpdate = () => expect.fail('a removed element was asked to render');
      stage.lang = 'en';
      await Promise.resolve();
      expect(gone.tag).to.equal('fr');
    });
  });
});

describe('languageAround', () => {
  it('answers for an element that is in no page', () => {
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    const inside = link.appendChild(document.createElement('span'));
    expect(languageAround(inside)).to.equal('fr');
    link.lang = 'EN';
    expect(languageAround(inside)).to.equal('en');
  });
});
