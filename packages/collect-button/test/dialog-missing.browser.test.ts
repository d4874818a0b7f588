import {expect} from '@open-wc/testing';
import {put, storage, until} from './harness.js';

/**
 * From now on, and until the end of this test file, the page loads no script that it does not have: a
 * policy like this, or a release that took old files away, is how an `import()` fails in life.
 */
function forbidNewScripts(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "script-src 'none'";
  document.head.append(policy);
}

describe('<local-collect-button> without the file of its dialog', () => {
  it('says so, with the telephone and what the page wrote, and keeps the basket', async () => {
    forbidNewScripts();
    const button = put({
      attributes: {product: 'petit-pain', phone: '02 33 00 00 01', email: 'a@b.example'},
      children: '<a href="/contact">Nous écrire</a>',
    });
    await button.settled();
    button.face.click();
    await until(() => button.note.includes('n’a pas pu s’ouvrir'), 'a sentence');
    expect(button.link('Appeler').href).to.equal('tel:0233000001');
    expect(button.link('Écrire').href).to.equal('mailto:a@b.example');
    expect(button.element.querySelector('a')!.getClientRects().length).to.equal(1);
    expect(button.faceText).to.contain('1 au panier');
    expect(storage.names.length).to.equal(1);
  });
});
