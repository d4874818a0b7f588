import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {addressWith, paramsIn} from '../../src/link/address.js';

const PAGE = 'https://town.example/shops';

describe('paramsIn', () => {
  it('reads the parameters of one element, and none of others', () => {
    const href = `${PAGE}?page=2&carte-text=pain&agenda-text=bal&text=rien`;
    assert.deepEqual(paramsIn(href, 'carte', ['text', 'near']), {text: 'pain', near: ''});
  });

  it('takes the first of several of the same name', () => {
    assert.equal(paramsIn(`${PAGE}?carte-text=un&carte-text=deux`, 'carte', ['text']).text, 'un');
  });
});

describe('addressWith', () => {
  it('writes what is set, and nothing for what is empty', () => {
    assert.equal(
      addressWith(PAGE, 'carte', {text: 'pain & vin', near: ''}),
      `${PAGE}?carte-text=pain+%26+vin`,
    );
  });

  it('replaces its own parameters and takes those away that are empty by now', () => {
    const href = `${PAGE}?carte-text=un&carte-near=x&carte-text=deux`;
    assert.equal(addressWith(href, 'carte', {text: 'pain', near: ''}), `${PAGE}?carte-text=pain`);
    assert.equal(addressWith(href, 'carte', {text: '', near: ''}), PAGE);
  });

  it('leaves all else as it is, to the letter: the page, other elements, the hash', () => {
    const query = 'b%20c=%e9&carte-text=old&agenda-text=bal&a=&carte-other=1&cartextext=2';
    assert.equal(
      addressWith(`${PAGE}?${query}#plan`, 'carte', {text: 'pain'}),
      `${PAGE}?b%20c=%e9&agenda-text=bal&a=&carte-other=1&cartextext=2&carte-text=pain#plan`,
    );
  });

  it('keeps commas, colons, slashes and tildes legible, and reads them back', () => {
    const near = '-2.76,47.66~a:b/c';
    const href = addressWith(PAGE, 'carte', {near});
    assert.equal(href, `${PAGE}?carte-near=${near}`);
    assert.equal(paramsIn(href, 'carte', ['near']).near, near);
  });
});
