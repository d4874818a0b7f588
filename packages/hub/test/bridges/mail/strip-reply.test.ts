import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {REPLY_LINE} from '../../../src/bridges/mail/reply-line.js';
import {stripReply} from '../../../src/bridges/mail/strip-reply.js';
import {ANSWERS} from './answers.js';

describe('an answer by mail', () => {
  for (const {program, text, said} of ANSWERS) {
    it(`is what stands above the quote of ${program}`, () => assert.equal(stripReply(text), said));
  }

  it('is what stands above the line that asks for it, whatever the program', () => {
    for (const line of Object.values(REPLY_LINE)) {
      assert.equal(stripReply(`Oui.\n\n> ${line}\n\n> Avez-vous du pain ?`), 'Oui.');
      assert.equal(
        stripReply(`Oui.\n\nMarie schrieb:\n\n${line}\nMarie`),
        'Oui.\n\nMarie schrieb:',
      );
      const outlook = 'De : Marie\nEnvoyé : lundi 23 novembre\nObjet : Pain';
      assert.equal(stripReply(`Oui.\n\n${outlook}\n\n${line}\nAvez-vous`), 'Oui.');
    }
  });

  it('below a quote is kept', () => {
    const text =
      'Le 23/11/2026 à 08:12, Marie a écrit :\n> Avez-vous du pain ?\n\nOui, bien sûr.\n\n-- \nPaul';
    assert.equal(stripReply(text), 'Oui, bien sûr.');
  });

  it('between quotes is kept with them', () => {
    const text =
      'Le 23/11/2026 à 08:12, Marie a écrit :\n> Avez-vous du pain ?\nOui.\n> À quelle heure ?\nDès 7 h.\n> Merci\n';
    assert.equal(stripReply(text), '> Avez-vous du pain ?\nOui.\n> À quelle heure ?\nDès 7 h.');
  });

  it('keeps words that only look like a quote or a signature', () => {
    for (const said of [
      'Le boulanger a écrit :\n« fermé lundi »',
      'On a 3 pains, je vous en garde un.',
      'De : 8 h à 12 h\nNous sommes là.',
      'Le 24 au soir nous fermons à 17 h.',
      'Envoyé ce matin par la poste.\nBonne journée !',
      'Bonjour\n\nCordialement\nPaul',
      'Prix :\n- pain 2 €\n- tarte 12 €',
    ]) {
      assert.equal(stripReply(said), said);
    }
  });

  it('is nothing when only the quote was sent', () => {
    assert.equal(
      stripReply('\n\nLe lun. 23 nov. 2026 à 08:12, Marie <m@x.fr> a écrit :\n> Bonjour'),
      '',
    );
    assert.equal(stripReply(''), '');
  });

  it('of a hostile length is read once', () => {
    // none of these may take more than a moment: each was made to make expressions go back
    const size = 50_000;
    for (const text of [
      `Le 1${' a'.repeat(size)}`,
      'Le 1\n'.repeat(size),
      `On ${'1'.repeat(size)} wrote`,
      '>'.repeat(size),
      'De : x\n'.repeat(size),
      ' \n'.repeat(size),
      '_____\n'.repeat(size),
      `-${'- '.repeat(size)}`,
    ]) {
      assert.equal(typeof stripReply(text), 'string');
    }
  });
});
