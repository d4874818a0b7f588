import {expect} from '@open-wc/testing';
import {defineElement} from '../../src/element/define.js';
import {recordWarnings} from '../record-warnings.js';

const registry = Symbol.for('local-widgets');
let count = 0;
/** A tag that no other test has taken: the browser never forgets one. */
const freshTag = (): string => `local-define-${'abcdefghijklmnopqrstuvwxyz'[count++]}`;
const newClass = (): CustomElementConstructor => class extends HTMLElement {};

describe('defineElement', () => {
  const warnings = recordWarnings();

  it('registers the class', () => {
    const [tag, elementClass] = [freshTag(), newClass()];
    defineElement(tag, elementClass, '1.0.0');
    expect(customElements.get(tag)).to.equal(elementClass);
    expect(warnings).to.be.empty;
  });

  it('is silent when the same version is there', () => {
    const [tag, first] = [freshTag(), newClass()];
    defineElement(tag, first, '1.0.0');
    defineElement(tag, newClass(), '1.0.0');
    expect(customElements.get(tag)).to.equal(first);
    expect(warnings).to.be.empty;
  });

  it('keeps the first version and warns once about another', () => {
    const [tag, first] = [freshTag(), newClass()];
    defineElement(tag, first, '1.0.0');
    defineElement(tag, newClass(), '2.0.0');
    defineElement(tag, newClass(), '2.0.0');
    expect(customElements.get(tag)).to.equal(first);
    expect(warnings).to.deep.equal([
      `<${tag}> version 2.0.0 was loaded, but this page already runs version 1.0.0.`,
    ]);
  });

  it('warns about each further version', () => {
    const tag = freshTag();
    for (const version of ['1.0.0', '2.0.0', '3.0.0', '1.0.0']) {
      defineElement(tag, newClass(), version);
    }
    expect(warnings).to.have.lengthOf(2);
  });

  it('warns about an element of that name that is not ours', () => {
    const tag = freshTag();
    customElements.define(tag, newClass());
    defineElement(tag, newClass(), '1.0.0');
    expect(warnings[0]).to.include('already runs version unknown');
  });

  it('shares what it knows with a second copy of the module', async () => {
    const tag = freshTag();
    // another address, hence another instance of the module
    const address = new URL('../../src/element/define.ts?copy', import.meta.url);
    const copy = (await import(address.href)) as {defineElement: typeof defineElement};
    expect(copy.defineElement).not.to.equal(defineElement);
    defineElement(tag, newClass(), '1.0.0');
    copy.defineElement(tag, newClass(), '1.0.0');
    expect(warnings).to.be.empty;
    copy.defineElement(tag, newClass(), '1.1.0');
    defineElement(tag, newClass(), '1.1.0');
    expect(warnings).to.have.lengthOf(1);
  });

  it('warns instead of throwing when the browser refuses the class or the name', () => {
    const [tag, elementClass] = [freshTag(), newClass()];
    defineElement(tag, elementClass, '1.0.0');
    const other = freshTag();
    defineElement(other, elementClass, '1.0.0');
    defineElement('Not A Tag', newClass(), '1.0.0');
    expect(customElements.get(other)).to.equal(undefined);
    expect(warnings).to.have.lengthOf(2);
    expect(warnings[0]).to.match(new RegExp(`^<${other}> cannot be defined\\.`));
  });

  it('keeps one entry on the page, under a symbol', () => {
    expect(Object.keys(globalThis).filter(name => name.includes('local-widgets'))).to.be.empty;
    expect((globalThis as unknown as Record<symbol, unknown>)[registry]).to.be.instanceOf(Map);
  });
});
