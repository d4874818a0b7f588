import {expect} from '@open-wc/testing';
import {itemsIn, type MicrodataItem} from '../../src/page/microdata.js';

/** Items in markup that is never part of the page. */
function read(markup: string): MicrodataItem[] {
  const {body} = new DOMParser().parseFromString(markup, 'text/html');
  return itemsIn(body);
}

describe('itemsIn', () => {
  it('reads a place as authors write it', () => {
    const items = read(`<ul>
      <li itemscope itemtype="https://schema.org/Bakery" itemid="#four">
        <a itemprop="url" href="four.html"><b itemprop="name"> Au four </b></a>
        <p itemprop="address" itemscope itemtype="http://schema.org/PostalAddress">
          <span itemprop="streetAddress">3 rue du Pont</span>,
          <span itemprop="postalCode">61999</span> <span itemprop="addressLocality">Val-Orbelle</span>
        </p>
        <span itemprop="geo" itemscope itemtype="https://schema.org/GeoCoordinates">
          <meta itemprop="latitude" content="48.4086"><data itemprop="longitude" value="0.5247">E</data>
        </span>
        <a itemprop="telephone" href="tel:+33261911407">appeler</a>
        <a itemprop="email" href="mailto:four@example.org">écrire</a>
        <img itemprop="image" src="four.jpg" alt="">
        <time itemprop="openingHours" datetime="Tu-Sa 07:00-13:00">le matin</time>
        <time itemprop="openingHours" datetime="Su 08:00-12:00">dimanche</time>
      </li>
    </ul>`);
    expect(items).to.deep.equal([
      {
        '@type': ['Bakery'],
        '@id': '#four',
        url: 'four.html',
        name: 'Au four',
        address: {
          '@type': ['PostalAddress'],
          streetAddress: '3 rue du Pont',
          postalCode: '61999',
          addressLocality: 'Val-Orbelle',
        },
        geo: {'@type': ['GeoCoordinates'], latitude: '48.4086', longitude: '0.5247'},
        telephone: '+33261911407',
        email: 'four@example.org',
        image: 'four.jpg',
        openingHours: ['Tu-Sa 07:00-13:00', 'Su 08:00-12:00'],
      },
    ]);
  });

  it('takes the text of a link for a name, and its address for everything else', () => {
    const [item] = read('<p itemscope><a itemprop="name url" href="a.html">Ferme</a></p>');
    expect(item).to.deep.equal({name: 'Ferme', url: 'a.html'});
  });

  it('reads several types and full names of properties', () => {
    const [item] = read(`<p itemscope itemtype="https://schema.org/Bakery https://schema.org/Cafe">
      <b itemprop="https://schema.org/name">Four</b></p>`);
    expect(item).to.deep.equal({'@type': ['Bakery', 'Cafe'], name: 'Four'});
  });

  it('keeps an item that is part of nothing apart', () => {
    const items = read(`<div itemscope><b itemprop="name">Un</b>
      <div itemscope><b itemprop="name">Deux</b></div></div>`);
    expect(items).to.deep.equal([{name: 'Un'}, {name: 'Deux'}]);
  });

  it('begins with the element itself', () => {
    const list = document.createElement('ol');
    list.setAttribute('itemscope', '');
    list.setAttribute('itemtype', 'https://schema.org/ItemList');
    expect(itemsIn(list)).to.deep.equal([{'@type': ['ItemList']}]);
  });

  it('lets no property touch the prototype or what JSON-LD means', () => {
    const [item] = read(`<p itemscope><b itemprop="__proto__ @type @id constructor">x</b></p>`);
    expect(Object.keys(item!)).to.deep.equal(['constructor']);
    expect(Object.getPrototypeOf(item)).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>)['x']).to.equal(undefined);
  });

  it('keeps scripts and markup as the text that they are', () => {
    const [item] = read(`<p itemscope>
      <b itemprop="name">&lt;img src=x onerror=alert(1)></b>
      <a itemprop="url" href="javascript:alert(1)">x</a></p>`);
    expect(item).to.deep.equal({name: '<img src=x onerror=alert(1)>', url: 'javascript:alert(1)'});
  });

  it('stops at a depth and at a number of values', () => {
    const deep = '<div itemprop="a" itemscope>'.repeat(100);
    const [item] = read(`<div itemscope>${deep}</div>`);
    expect(JSON.stringify(item).length).to.be.below(100);
    const many = '<b itemprop="label">x</b>'.repeat(5000);
    const [other] = read(`<div itemscope>${many}</div>`);
    expect(other?.['label']).to.have.lengthOf(500);
  });

  it('survives a nesting that no parser makes', () => {
    const root = document.createElement('div');
    let inner: Element = root;
    for (let depth = 0; depth < 20_000; depth++) {
      inner = inner.appendChild(document.createElement('div'));
    }
    inner.setAttribute('itemscope', '');
    expect(itemsIn(root)).to.deep.equal([{}]);
  });
});
