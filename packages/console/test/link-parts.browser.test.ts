import {expect} from '@open-wc/testing';
import {linkParts} from '../src/format/link-parts.js';

/** What is a link in a text, and where it leads. */
const links = (text: string): (string | undefined)[][] =>
  linkParts(text).flatMap(({text: words, href}) => (href ? [[words, href]] : []));

describe('links in a message', () => {
  it('are addresses, mail addresses and French numbers, as people write them', () => {
    expect(links('Voir https://fournil.example/tartes?a=1#b.')).to.deep.equal([
      ['https://fournil.example/tartes?a=1#b', 'https://fournil.example/tartes?a=1#b'],
    ]);
    expect(links('(www.mairie.example), ou marie@exemple.fr !')).to.deep.equal([
      ['www.mairie.example', 'https://www.mairie.example/'],
      ['marie@exemple.fr', 'mailto:marie@exemple.fr'],
    ]);
    expect(links('06 39 98 11 22 ou +33 2.37.21.00.00')).to.deep.equal([
      ['06 39 98 11 22', 'tel:0639981122'],
      ['+33 2.37.21.00.00', 'tel:+33237210000'],
    ]);
    expect(links('https://a.example/x_(y) et https://b.example/z)')).to.deep.equal([
      ['https://a.example/x_(y)', 'https://a.example/x_(y)'],
      ['https://b.example/z', 'https://b.example/z'],
    ]);
  });

  it('are nothing that hides where it leads, runs, or is no address', () => {
    for (const text of [
      'javascript:alert(1)',
      'https://mairie.example@evil.example/',
      'data:text/html,x',
      'ftp://fichiers.example/',
      'Commande 0612 3456 7890 1234',
      'à 9 h 30',
      'a@b',
      'https://',
    ]) {
      expect(links(text), text).to.deep.equal([]);
    }
  });

  it('leave every sign of the text where it was', () => {
    const text = 'Un\n« https://a.example », deux : b@c.example… <b>trois</b>\u202e fin';
    expect(
      linkParts(text)
        .map(part => part.text)
        .join(''),
    ).to.equal(text);
  });
});
