import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {html, telephoneLink, webLink, type HtmlValue} from '../../src/pages/html.js';

describe('html', () => {
  it('writes what a shop or a customer typed as text', () => {
    const name = `<img src=x onerror="alert('1')">&`;
    assert.equal(
      html`<b title="${name}">${name}</b>`.toString(),
      '<b title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">' +
        '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</b>',
    );
  });

  it('keeps pieces made by itself as they are, in lists too', () => {
    const items = ['a', '<b>'].map(item => html`<i>${item}</i>`);
    assert.equal(html`<b>${items}</b>`.toString(), '<b><i>a</i><i>&lt;b&gt;</i></b>');
  });

  it('writes nothing for what is absent', () => {
    assert.equal(html`${undefined}${null}${false}${[]}${0}`.toString(), '0');
  });

  it('does not take an object that looks like markup for markup', () => {
    const forged = JSON.parse('["<script>"]') as HtmlValue;
    assert.equal(html`${forged}`.toString(), '&lt;script&gt;');
  });

  it('never lets any text open a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        assert.doesNotMatch(html`${text}`.toString(), /[<>"']/);
      }),
      {seed: 4},
    );
  });
});

describe('links', () => {
  it('are made of addresses of the web only', () => {
    assert.equal(webLink('https://fournil.example/cgv'), 'https://fournil.example/cgv');
    assert.equal(webLink('javascript:alert(1)'), undefined);
    assert.equal(webLink('data:text/html,x'), undefined);
    assert.equal(webLink(undefined), undefined);
  });

  it('call the number that a person typed', () => {
    assert.equal(telephoneLink('02 99 00 00 00'), 'tel:0299000000');
    assert.equal(telephoneLink('+33 (0)2 99 00 00 00'), 'tel:+33299000000');
    assert.equal(telephoneLink('–'), undefined);
  });
});
