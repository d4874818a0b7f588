import {expect, fixture} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import {LocalElement, type Clock} from '../../src/index.js';
import {recordWarnings} from '../record-warnings.js';

class Greeting extends LocalElement {
  renderings = 0;

  override render(): TemplateResult {
    this.renderings++;
    return html`<p>${this.clock.now().toISOString().slice(0, 10)}</p>
      <p hidden>${this.language.tag}</p>`;
  }

  speak(): boolean {
    return this.emit(new CustomEvent('local-speak', {bubbles: true, composed: true}));
  }

  complain(): void {
    this.warn('is not amused.', 42);
  }
}
customElements.define('local-greeting', Greeting);

const clockAt = (iso: string): Clock => ({now: () => new Date(iso)});

describe('LocalElement', () => {
  const warnings = recordWarnings();
  let element: Greeting;

  beforeEach(async () => {
    element = await fixture<Greeting>('<local-greeting></local-greeting>');
  });

  const text = (): string | undefined => element.shadowRoot?.querySelector('p')?.textContent;

  it('takes the time from its clock, and renders again when that is changed', async () => {
    element.clock = clockAt('2026-12-24T12:00:00Z');
    await element.updateComplete;
    expect(text()).to.equal('2026-12-24');
    element.clock = clockAt('2027-01-01T12:00:00Z');
    await element.updateComplete;
    expect(text()).to.equal('2027-01-01');
  });

  it('keeps a clock that was set before the element was defined', async () => {
    const early: HTMLElement & Partial<Greeting> = document.createElement('local-greeting-late');
    document.body.append(early);
    early.clock = clockAt('2026-12-24T12:00:00Z');
    customElements.define('local-greeting-late', class extends Greeting {});
    await early.updateComplete;
    expect(early.shadowRoot?.textContent).to.include('2026-12-24');
    early.remove();
  });

  it('lets its events out of shadow roots', () => {
    const heard: Event[] = [];
    const hear = (event: Event): unknown => heard.push(event);
    document.addEventListener('local-speak', hear);
    element.speak();
    document.removeEventListener('local-speak', hear);
    expect(heard).to.have.lengthOf(1);
  });

  it('says in the console which element speaks', () => {
    element.complain();
    expect(warnings).to.deep.equal(['<local-greeting> is not amused. 42']);
  });

  it('takes type and colour from the page, and is gone when hidden', () => {
    const page = element.parentElement!;
    page.style.cssText = 'color: rgb(1, 2, 3); font: italic 17px serif';
    const style = getComputedStyle(element);
    expect(style.color).to.equal('rgb(1, 2, 3)');
    expect(style.fontSize).to.equal('17px');
    expect(style.fontStyle).to.equal('italic');
    expect(style.display).to.equal('block');
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('hides what is hidden inside', () => {
    const hidden = element.shadowRoot!.querySelector('[hidden]')!;
    expect(getComputedStyle(hidden).display).to.equal('none');
  });
});
