import {expect} from '@open-wc/testing';
import {busyChat, HALLES} from './fake-chat.js';
import {normal, until} from './harness.js';
import {openInbox, type InboxHarness} from './inbox-harness.js';

/** The room of the neighbours. */
async function openHalles(): Promise<InboxHarness> {
  const inbox = await openInbox({width: 1200});
  await inbox.open(HALLES);
  return inbox;
}

const bodiesOf = (inbox: InboxHarness, path: RegExp): unknown[] =>
  inbox.chat.hub.callsTo(path).map(({body}) => body);

/** Opens what can be done with a message that has these words. */
async function actionsOn(inbox: InboxHarness, words: string): Promise<HTMLElement> {
  const message = inbox.desk.all('.message').find(each => each.textContent.includes(words))!;
  await inbox.desk.press('Actions sur le message', message);
  return message;
}

describe('moderating a room of neighbours in <local-inbox>', () => {
  it('shows what waits, to be published in one tap', async () => {
    const inbox = await openHalles();
    await expect(inbox.desk.element).to.be.accessible();
    expect(inbox.desk.text).to.include('En attente de validation');
    await inbox.desk.press('Publier');
    await until(() => inbox.desk.notice === 'Message publié.', 'the notice');
    expect(inbox.said.at(-1)).to.equal('Vente de chatons');
    expect(inbox.desk.text).not.to.include('En attente de validation');
    expect(bodiesOf(inbox, /approval/)).to.deep.equal([{decision: 'approve'}]);
  });

  it('refuses what waits, with or without a reason, and says so where it stood', async () => {
    const inbox = await openHalles();
    await inbox.desk.press('Refuser…');
    await expect(inbox.desk.element).to.be.accessible();
    await inbox.desk.hasKeyboard('Motif (facultatif), communiqué à l’auteur');
    await inbox.desk.type('Motif (facultatif), communiqué à l’auteur', 'Pas de ventes ici.');
    await inbox.desk.press('Refuser le message');
    await inbox.says('Message retiré par la modération Motif : Pas de ventes ici.');
    expect(bodiesOf(inbox, /approval/)).to.deep.equal([
      {decision: 'reject', reason: 'Pas de ventes ici.'},
    ]);
  });

  it('keeps a decision that the hub did not take, with the reason', async () => {
    const inbox = await openHalles();
    const mend = inbox.chat.hub.fail(/approval/, 'wrong-state', 409);
    await inbox.desk.press('Publier');
    await until(() => inbox.desk.all('.message .problem').length, 'the problem');
    mend();
    await inbox.desk.press('Publier');
    await until(() => inbox.desk.notice === 'Message publié.', 'the notice');
  });

  it('takes a message away only with a statement of reasons', async () => {
    const inbox = await openHalles();
    const message = await actionsOn(inbox, 'Le marché');
    await inbox.desk.press('Retirer…', message);
    expect(inbox.desk.text).to.include('règlement européen 2022/2065');
    await inbox.desk.press('Retirer le message');
    expect(inbox.desk.errorOf('Motif, communiqué à l’auteur')).to.include('il est dû à l’auteur');
    await inbox.desk.hasKeyboard('Motif, communiqué à l’auteur');
    await expect(inbox.desk.element).to.be.accessible();
    await inbox.desk.type('Motif, communiqué à l’auteur', 'Hors sujet');
    await inbox.desk.press('Retirer le message');
    await inbox.says('Motif : Hors sujet');
    expect(bodiesOf(inbox, /removal/)).to.deep.equal([{reason: 'Hors sujet'}]);
  });

  it('bans an author for a time or for good, and lifts it when it was a mistake', async () => {
    const inbox = await openHalles();
    const message = await actionsOn(inbox, 'Le marché');
    await inbox.desk.press('Exclure l’auteur…', message);
    await inbox.desk.type('Durée', '10080');
    await inbox.desk.type('Motif, communiqué à l’auteur', 'Insultes');
    await inbox.desk.press('Exclure');
    await until(() => inbox.desk.notice === 'Zoé est exclu du salon.', 'the notice');
    expect(bodiesOf(inbox, /PUT .*m1\/ban/)).to.deep.equal([{minutes: 10080, reason: 'Insultes'}]);
    await inbox.desk.press('Rétablir');
    await until(() => inbox.desk.notice === 'Zoé peut de nouveau écrire.', 'the other notice');
    expect(inbox.chat.hub.callsTo(/DELETE .*m1\/ban/).length).to.equal(1);
    await inbox.desk.press('Exclure l’auteur…', message);
    await inbox.desk.type('Durée', '');
    await inbox.desk.type('Motif, communiqué à l’auteur', 'Encore');
    await inbox.desk.press('Exclure');
    await until(() => bodiesOf(inbox, /PUT .*m1\/ban/).length === 2, 'a ban for good');
    expect(bodiesOf(inbox, /PUT .*m1\/ban/)[1]).to.deep.equal({reason: 'Encore'});
  });

  it('tells the rules of the room beside it', async () => {
    const inbox = await openHalles();
    const facts = normal(inbox.desk.all('.facts')[0]!.innerText);
    expect(facts).to.include('Chaque message est validé').and.to.include('Ralenti : 10 s');
    expect(facts).to.include('Restez courtois.');
  });

  it('rings when something waits', async () => {
    const inbox = await openInbox();
    inbox.chat.happen(HALLES, {kind: 'held'});
    await until(
      () => inbox.desk.notice === 'Un message est à valider dans « Salon des Halles ».',
      'the notice',
    );
  });
});

describe('reports in <local-inbox>', () => {
  async function openReports(chat = busyChat()): Promise<InboxHarness> {
    const inbox = await openInbox({chat, width: 1200});
    await inbox.desk.press('Signalements 1 à traiter');
    await inbox.desk.shows('Signalé pour : harcèlement');
    return inbox;
  }

  it('tell what was reported, why and by whom', async () => {
    const inbox = await openReports();
    await expect(inbox.desk.element).to.be.accessible();
    expect(inbox.desk.text)
      .to.include('Le boucher vole ses clients.')
      .and.to.include('C’est de la diffamation.')
      .and.to.include('Signalé par voisin@exemple.fr');
  });

  it('want a decision and its reasons, and are kept after', async () => {
    const inbox = await openReports();
    await inbox.desk.press('Enregistrer la décision');
    expect(inbox.desk.text)
      .to.include('Choisissez une décision.')
      .and.to.include('il est dû à l’auteur');
    await expect(inbox.desk.element).to.be.accessible();
    inbox.desk.field('Retirer le message').click();
    await inbox.desk.type(
      'Motifs, communiqués à l’auteur du signalement et à l’auteur du message',
      'Diffamation',
    );
    await inbox.desk.press('Enregistrer la décision');
    await inbox.desk.shows('Aucun signalement à traiter.');
    expect(bodiesOf(inbox, /decision/)).to.deep.equal([
      {decision: 'remove', reason: 'Diffamation'},
    ]);
    await inbox.desk.hasKeyboard('Signalements');
    const archive = inbox.desk.all<HTMLDetailsElement>('.reports details')[0]!;
    archive.open = true;
    await inbox.desk.shows('Message retiré Diffamation');
  });

  it('lead to the room, and back', async () => {
    const inbox = await openReports();
    await inbox.desk.press('Voir dans le salon');
    await inbox.says('Le marché est-il déplacé');
    await inbox.desk.press('Signalements 1 à traiter');
    await inbox.desk.press('Retour aux conversations');
    await until(() => inbox.desk.text.includes('Choisissez une conversation.'), 'the list alone');
  });

  it('that cannot be had say so', async () => {
    const chat = busyChat();
    const mend = chat.hub.fail(/reports/, 'unavailable', 503);
    const inbox = await openInbox({chat, width: 1200});
    await inbox.desk.press('Signalements');
    await inbox.desk.shows('Refus : unavailable');
    mend();
    await inbox.desk.press('Réessayer');
    await inbox.desk.shows('Signalé pour : harcèlement');
  });
});
