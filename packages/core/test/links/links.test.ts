import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {mailUrl, siteName, UGC_REL} from '../../src/links/contact.js';
import {telUrl, webUrl} from '../../src/links/links.js';

describe('webUrl', () => {
  it('lets http and https through, as absolute addresses', () => {
    assert.equal(webUrl('https://ferme.example/visite'), 'https://ferme.example/visite');
    assert.equal(webUrl('HTTP://Ferme.Example'), 'http://ferme.example/');
  });

  it('resolves a relative address against its base, and is nothing without one', () => {
    const base = 'https://mairie.example/data/shops.geojson';
    assert.equal(webUrl('../photo.jpg', base), 'https://mairie.example/photo.jpg');
    assert.equal(webUrl('//cdn.example/a', base), 'https://cdn.example/a');
    assert.equal(webUrl('photo.jpg'), undefined);
    assert.equal(webUrl('//cdn.example/a'), undefined);
  });

  const refused = [
    undefined,
    '',
    'javascript:alert(1)',
    ' \tJaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://ferme.example/1234',
    'ftp://ferme.example/',
    'mailto:a@ferme.example',
    'http://[broken',
    'https://',
    'https://mairie.example@evil.example/',
    'https://user:secret@ferme.example/',
    'https://:secret@ferme.example/',
  ];
  for (const value of refused) {
    it(`makes no link of ${JSON.stringify(value)}`, () => {
      assert.equal(webUrl(value), undefined);
    });
  }

  it('refuses other schemes whatever the base', () => {
    assert.equal(webUrl('javascript:alert(1)', 'https://mairie.example/'), undefined);
    assert.equal(webUrl('photo.jpg', 'data:text/html,'), undefined);
  });

  it('encodes what could leave an attribute, and names hosts in ASCII', () => {
    assert.equal(webUrl('https://ferme.example/"><svg>'), 'https://ferme.example/%22%3E%3Csvg%3E');
    assert.equal(
      webUrl('https://crèmerie.example/été'),
      'https://xn--crmerie-3xa.example/%C3%A9t%C3%A9',
    );
  });
});

describe('telUrl', () => {
  const numbers: [string, string][] = [
    ['04 93 00 00 00', 'tel:0493000000'],
    ['04.93.00.00.00', 'tel:0493000000'],
    ['04-93-00-00-00', 'tel:0493000000'],
    ['04/93/00/00/00', 'tel:0493000000'],
    ['04\u00a093\u202f00\u201100 00', 'tel:0493000000'],
    ['+33 4 93 00 00 00', 'tel:+33493000000'],
    ['+33 (0)4 93 00 00 00', 'tel:+33493000000'],
    ['+33(0)493000000', 'tel:+33493000000'],
    ['0033 (0)4 93 00 00 00', 'tel:0033493000000'],
    [' +33 4 93 00 00 00 ', 'tel:+33493000000'],
    ['(+33) 4 93 00 00 00', 'tel:+33493000000'],
    ['Tél. : +33 4 93 00 00 00', 'tel:+33493000000'],
    ['tel:+33493000000', 'tel:+33493000000'],
    ['(0)4 93 00 00 00', 'tel:0493000000'],
    ['(04) 93 00 00 00', 'tel:0493000000'],
    ['3949', 'tel:3949'],
    ['112', 'tel:112'],
  ];
  for (const [phone, expected] of numbers) {
    it(`reads ${JSON.stringify(phone)} as ${expected}`, () => {
      assert.equal(telUrl(phone), expected);
    });
  }

  it('takes the first of several numbers', () => {
    const first = 'tel:0493000000';
    assert.equal(telUrl('04 93 00 00 00 / 06 12 34 56 78'), first);
    assert.equal(telUrl('04 93 00 00 00 ou 06 12 34 56 78'), first);
    assert.equal(telUrl('04 93 00 00 00; 06 12 34 56 78'), first);
    assert.equal(telUrl('04 93 00 00 00, 06 12 34 56 78'), first);
  });

  it('leaves out an extension and who to ask for', () => {
    assert.equal(telUrl('04 93 00 00 00 poste 12'), 'tel:0493000000');
    assert.equal(telUrl('04 93 00 00 00 (demander Paul, 2e étage)'), 'tel:0493000000');
  });

  it('makes no link rather than a wrong number', () => {
    for (const phone of [
      undefined,
      '',
      '12',
      '+',
      'sur demande',
      '04 93 00 00 00 - 06 12 34 56 78',
      '1'.repeat(16),
      '٠٤٩٣٠٠٠٠٠٠',
    ]) {
      assert.equal(telUrl(phone), undefined);
    }
  });

  it('lets nothing through but digits', () => {
    assert.equal(telUrl('04 93 00 00 00;phone-context=evil.example'), 'tel:0493000000');
    assert.equal(telUrl('javascript:alert(12345)'), 'tel:12345');
  });

  it('answers at once for a long hostile text', () => {
    assert.equal(telUrl('+' + '( '.repeat(50_000)), undefined);
    assert.equal(telUrl('+ '.repeat(50_000)), undefined);
  });
});

describe('mailUrl', () => {
  it('makes a link of one plain address', () => {
    assert.equal(mailUrl(' contact@ferme.example '), 'mailto:contact@ferme.example');
    assert.equal(mailUrl("o'neil+info@a.b-c.example"), "mailto:o'neil+info@a.b-c.example");
    assert.equal(mailUrl('accueil@crèmerie.example'), 'mailto:accueil@crèmerie.example');
    assert.equal(mailUrl('a@xn--crmerie-5xa.xn--p1ai'), 'mailto:a@xn--crmerie-5xa.xn--p1ai');
  });

  const refused = [
    undefined,
    '',
    'ferme.example',
    'a@localhost',
    'a@b@ferme.example',
    'a b@ferme.example',
    'a@ferme.example?bcc=evil@evil.example',
    'a@ferme.example?subject=Hello',
    'a@ferme.example&cc=b',
    'a%0D%0ABcc%3Aevil@ferme.example',
    'a\r\nBcc:evil@ferme.example',
    'a,b@ferme.example',
    'a;b@ferme.example',
    'a#b@ferme.example',
    'Paul <a@ferme.example>',
    '"a"@ferme.example',
    'mailto:a@ferme.example',
    'javascript:a@ferme.example',
    'a@[127.0.0.1]',
    '\u202eelpmaxe@ferme.example',
  ];
  for (const email of refused) {
    it(`makes no link of ${JSON.stringify(email)}`, () => {
      assert.equal(mailUrl(email), undefined);
    });
  }
});

describe('siteName', () => {
  it('is the host as people say it', () => {
    assert.equal(siteName('https://www.ferme-du-bois.example/visite'), 'ferme-du-bois.example');
    assert.equal(siteName('http://boutique.ferme.example:8080'), 'boutique.ferme.example');
    assert.equal(siteName('https://wwwferme.example'), 'wwwferme.example');
  });

  it('shows look-alike letters as what they are', () => {
    assert.equal(siteName('https://аpple.example/'), 'xn--pple-43d.example');
  });
});

describe('UGC_REL', () => {
  it('gives neither opener nor referrer nor endorsement', () => {
    assert.deepEqual(UGC_REL.split(' ').sort(), ['nofollow', 'noopener', 'noreferrer', 'ugc']);
  });
});
