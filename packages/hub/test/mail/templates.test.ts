import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {documentToHtml} from '../../src/mail/blocks-to-html.js';
import {documentToText} from '../../src/mail/blocks-to-text.js';
import type {MailDocument} from '../../src/mail/blocks.js';
import {ORDER_TEMPLATES} from '../../src/mail/templates/order-templates.js';
import {signIn} from '../../src/mail/templates/sign-in.js';
import {webhookFailed} from '../../src/mail/templates/webhook-failed.js';
import {viewOf, type ViewChanges} from './mail-fixtures.js';

/** Which spaces and commas a language sets is not what is tested here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/(day),/g, '$1');
const documentOf = (template: keyof typeof ORDER_TEMPLATES, changes: ViewChanges = {}) =>
  ORDER_TEMPLATES[template]!(viewOf(changes));
const textOf = (template: keyof typeof ORDER_TEMPLATES, changes: ViewChanges = {}) =>
  plain(documentToText(documentOf(template, changes)));

function includesAll(text: string, parts: readonly string[]): void {
  for (const part of parts) assert.ok(text.includes(part), `“${part}” is missing in:\n${text}`);
}

describe('the mail of a received order', () => {
  const text = textOf('order-received', {data: {url: 'https://hub.example/o/token'}});

  it('tells what was ordered, for how much, with which VAT', () => {
    includesAll(text, [
      'Bonjour Anne,',
      '- Pain <b>de</b> campagne | 2 | 3,20 € | 6,40 €',
      '- Tablier | 1 | 25,00 € | 25,00 €',
      'Total TTC : 31,40 €',
      'dont TVA 5,5 % : 0,33 €',
      'dont TVA 20 % : 4,17 €',
    ]);
  });

  it('tells when and where, on the shop’s clock, with the day of the week and the code', () => {
    includesAll(text, [
      'Retrait : samedi 28 novembre 2026, de 10:00 à 10:30',
      'Lieu : Le Fournil, 1 rue du Four, 29200 Brest',
      'Votre code, à donner sur place : K7PM',
      'Téléphone : +33 2 98 00 00 00',
      'Paiement : sur place, par carte bancaire (à régler)',
    ]);
    const island = textOf('order-received', {order: {timeZone: 'Indian/Reunion'}});
    includesAll(island, ['samedi 28 novembre 2026, de 13:00 à 13:30']);
  });

  it('tells what happens next, and until when', () => {
    includesAll(text, [
      'Le Fournil doit encore l’accepter, au plus tard lundi 23 novembre 2026 à 08:30',
    ]);
    includesAll(textOf('order-received', {order: {state: 'accepted'}}), [
      'Le Fournil l’a acceptée',
    ]);
  });

  it('leads to the customer’s page, and to the payment while it is due', () => {
    includesAll(text, ['Suivre ou annuler la commande :\nhttps://hub.example/o/token\n']);
    assert.ok(!text.includes('/pay'));
    const payment = {means: 'online', status: 'pending'} as const;
    const unpaid = textOf('order-received', {
      order: {payment},
      data: {url: 'https://hub.example/o/t'},
    });
    includesAll(unpaid, ['https://hub.example/o/t/pay']);
  });

  it('names the seller, the terms and the mediator', () => {
    includesAll(text, [
      'Vendeur : SARL Le Fournil',
      'SIRET : 12345678901234',
      'Courriel : fournil@example.org',
      'Conditions générales de vente : https://fournil.example/cgv',
      'Médiateur de la consommation : Médiateur (https://mediateur.example)',
      'L. 217-3',
    ]);
  });

  it('explains the right of withdrawal with its exceptions and the model form', () => {
    includesAll(text, [
      'dans un délai de quatorze jours',
      'Pain <b>de</b> campagne : biens susceptibles de se détériorer',
      'Formulaire de rétractation :',
      'À l’attention de SARL Le Fournil, 1 rue du Four, 29200 Brest, fournil@example.org :',
    ]);
  });

  it('says that there is no such right where there is none, without a form', () => {
    const view = viewOf();
    view.order = {...view.order, lines: [view.order.lines[0]!]};
    delete view.order.withdrawUntil;
    const none = plain(documentToText(ORDER_TEMPLATES['order-received']!(view)));
    includesAll(none, [
      'Vous n’avez pas de droit de rétractation',
      'de se périmer rapidement (4°)',
    ]);
    assert.ok(!none.includes('Formulaire'));
  });

  it('says that a reservation binds to nothing, and leaves the law of contracts out', () => {
    const reservation = textOf('order-received', {order: {contract: 'reservation'}});
    includesAll(reservation, [
      'ne vous oblige pas à acheter',
      'Nous avons bien reçu votre réservation',
    ]);
    assert.ok(!/rétractation|obligation de paiement/.test(reservation));
  });

  it('has the delivery’s address and fee', () => {
    const address = {streetAddress: '2 quai', postalCode: '29200', addressLocality: 'Brest'};
    const order = {mode: 'delivery', address, deliveryFee: 300, total: 3440} as const;
    includesAll(textOf('order-received', {order}), [
      'Livraison : samedi',
      'Adresse de livraison : 2 quai, 29200 Brest',
      'Livraison : 3,00 €',
      'Total TTC : 34,40 €',
    ]);
  });

  it('tells slots over midnight with both days', () => {
    const slot = {startsAt: '2026-11-28T22:30:00.000Z', endsAt: '2026-11-28T23:30:00.000Z'};
    includesAll(textOf('order-received', {order: {slot}}), [
      'du samedi 28 novembre 2026 à 23:30 au dimanche 29 novembre 2026 à 00:30',
    ]);
  });

  it('is written in English as well', () => {
    includesAll(textOf('order-received', {order: {language: 'en'}}), [
      'Hello Anne,',
      'Pickup: Saturday 28 November 2026, 10:00 to 10:30',
      'Total, VAT included: €31.40',
      'The withdrawal period will expire after 14 days',
      'Withdrawal form:',
    ]);
  });
});

describe('the mails of what follows', () => {
  const at = '2026-11-23T07:10:00.000Z';
  const ended = (
    state: 'refused' | 'cancelled' | 'expired',
    by: 'shop' | 'customer' | 'hub',
    reason?: string,
  ) => ({
    order: {state, history: [{state, at, by, ...(reason !== undefined && {reason})}]},
  });

  it('say that it is accepted and ready, with the code', () => {
    includesAll(textOf('order-accepted'), ['Votre commande est acceptée', 'K7PM']);
    includesAll(textOf('order-ready'), ['Votre commande est prête', 'K7PM', 'Elle vous attend']);
    includesAll(textOf('order-ready', {order: {mode: 'delivery'}}), ['va vous l’apporter']);
  });

  it('say why it was refused or cancelled, and what becomes of the money', () => {
    includesAll(textOf('order-refused', ended('refused', 'shop', 'Four en panne')), [
      'Motif : Four en panne',
      'Rien ne vous est demandé.',
    ]);
    const cancelled = ended('cancelled', 'customer');
    includesAll(textOf('order-cancelled', cancelled), ['Vous avez annulé cette commande']);
    const payment = {means: 'online', status: 'paid'} as const;
    includesAll(textOf('order-expired', {order: {...ended('expired', 'hub').order, payment}}), [
      'Le Fournil n’a pas répondu à temps',
      'vous est remboursée',
    ]);
  });

  it('acknowledge a withdrawal with its content, date and time', () => {
    const data = {name: 'Anne Le Bris', at: '2026-11-30T17:04:05.000Z'};
    includesAll(textOf('order-withdrawn', {data}), [
      'Déclarée par : Anne Le Bris',
      'Date et heure de la transmission : 30 novembre 2026 à 18:04:05 UTC+1',
      'Contrat : commande K7PM, passée le lundi 23 novembre 2026',
      'je vous notifie par la présente ma rétractation',
      '- Tablier | 1 |',
      'au plus tard quatorze jours',
    ]);
    assert.throws(() => documentOf('order-withdrawn'), RangeError);
  });

  it('alarm the shop without the customer’s name', () => {
    const text = textOf('order-alarm', {data: {alarm: 'last-call'}});
    includesAll(text, [
      'Une commande va expirer',
      'À accepter avant : lundi 23 novembre 2026 à 08:30',
      '2 × Pain <b>de</b> campagne, 1 × Tablier',
      'https://hub.example/desk/',
    ]);
    assert.ok(!text.includes('Anne'));
  });

  it('lead in with a link that is good once', () => {
    const url = 'https://hub.example/sign-in?token=a';
    const view = {language: 'en', url, minutes: 15, publicUrl: 'https://hub.example'} as const;
    includesAll(documentToText(signIn(view)), [url, 'within 15 minutes', 'hub.example']);
  });

  it('tell of a webhook that failed, without the path of its address', () => {
    const view = {
      language: 'fr',
      shopName: 'Le Fournil',
      url: 'https://till.example/hook/secret',
      event: 'order.accepted',
      error: 'HTTP 500',
      publicUrl: 'https://hub.example',
    } as const;
    const text = plain(documentToText(webhookFailed({...view, isDisabled: false})));
    includesAll(text, ['till.example', 'order.accepted', 'HTTP 500']);
    assert.ok(!text.includes('secret'));
    includesAll(documentToText(webhookFailed({...view, isDisabled: true})), ['410']);
  });
});

describe('the HTML of every mail', () => {
  const data = {
    url: 'https://hub.example/o/t?a=1&b=2',
    name: '<script>',
    at: '2026-11-30T17:04:05.000Z',
  };
  const names = Object.keys(ORDER_TEMPLATES) as (keyof typeof ORDER_TEMPLATES)[];
  const documents: [string, MailDocument][] = names.flatMap(name =>
    (['fr', 'en'] as const).map((language): [string, MailDocument] => [
      `${name} in ${language}`,
      documentOf(name, {
        order: {language, contact: {name: '<img src=x onerror=alert(1)>', email: 'a@b.example'}},
        data,
      }),
    ]),
  );

  it('tells its language and has one first heading, then second ones', () => {
    for (const [name, document] of documents) {
      const html = documentToHtml(document);
      assert.match(html, new RegExp(`^<!doctype html>\\n<html lang="${document.language}"`), name);
      assert.deepEqual(html.match(/<h1>/g)?.length, 1, name);
      assert.ok(
        html.includes('<title>') && html.includes(`<main lang="${document.language}">`),
        name,
      );
    }
  });

  it('loads nothing, runs nothing, and follows nobody', () => {
    for (const [name, document] of documents) {
      const html = documentToHtml(document);
      assert.ok(
        !/<(img|script|link|iframe|form|object|svg)|url\(|@import| style=| on\w+=[^ ]*"/i.test(
          html,
        ),
        name,
      );
    }
  });

  it('keeps what people wrote as text', () => {
    const html = documentToHtml(documentOf('order-received', {data, order: {note: '<i>&"'}}));
    assert.ok(html.includes('Pain &lt;b&gt;de&lt;/b&gt; campagne'));
    assert.ok(html.includes('&lt;i&gt;&amp;&quot;'));
    assert.ok(html.includes('href="https://hub.example/o/t?a=1&amp;b=2"'));
  });

  it('has its table with a caption and headings of rows and columns', () => {
    const html = documentToHtml(documentOf('order-received', {data}));
    assert.equal(html.match(/<table>/g)?.length, 1);
    assert.equal(html.match(/<th scope="col">/g)?.length, 4);
    assert.ok(html.includes('<caption>Votre commande</caption>'));
  });

  it('says the same as the text', () => {
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const decoded = (html: string) =>
      html
        .replace(/<head>.*<\/head>/s, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/&(lt|gt|quot|#39|amp);/g, ' ');
    for (const [name, document] of documents) {
      const text = new Set(words(documentToText(document)));
      const missing = words(decoded(documentToHtml(document))).filter(word => !text.has(word));
      assert.deepEqual(missing, [], name);
    }
  });
});
