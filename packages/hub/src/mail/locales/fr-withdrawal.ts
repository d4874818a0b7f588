/**
 * The right of withdrawal as the law wants it confirmed on a durable medium (code de la consommation,
 * L221-13): information and form follow the annexes of article R221-1, exceptions are those of L221-28.
 */
export const frenchWithdrawal = {
  title: 'Droit de rétractation',
  right: [
    'Vous avez le droit de vous rétracter du présent contrat sans donner de motif dans un délai de quatorze jours. Le délai expire quatorze jours après le jour où vous-même, ou un tiers autre que le transporteur et désigné par vous, prenez physiquement possession du bien.',
    'Pour exercer ce droit, choisissez « Renoncer au contrat ici » sur la page de la commande, ou notifiez-nous votre décision par une déclaration dénuée d’ambiguïté (lettre, courriel). Vous pouvez utiliser le formulaire ci-dessous, sans que ce soit obligatoire. Il suffit que vous envoyiez la déclaration avant l’expiration du délai.',
    'En cas de rétractation, nous vous remboursons tous les paiements reçus de vous, frais de livraison standard compris, sans retard excessif et au plus tard quatorze jours après le jour où nous en sommes informés, par le moyen de paiement que vous avez utilisé. Nous pouvons différer le remboursement jusqu’à la réception du bien ou d’une preuve de son envoi. Vous renvoyez ou rendez le bien au plus tard quatorze jours après votre décision ; les frais directs de renvoi sont à votre charge.',
  ],
  noRight:
    'Vous n’avez pas de droit de rétractation pour cette commande (article L. 221-28 du code de la consommation) :',
  noRightAtAll:
    'Vous n’avez pas de droit de rétractation pour cette commande (article L. 221-28 du code de la consommation).',
  exceptions: 'Ce droit ne s’applique pas à (article L. 221-28 du code de la consommation) :',
  reasons: {
    perishable: (names: string) =>
      `${names} : biens susceptibles de se détériorer ou de se périmer rapidement (4°)`,
    'made-to-order': (names: string) =>
      `${names} : biens confectionnés selon vos spécifications ou nettement personnalisés (3°)`,
    'sealed-hygiene': (names: string) =>
      `${names} : biens qui ne peuvent être renvoyés pour des raisons d’hygiène, une fois descellés par vous (5°)`,
  },
  form: {
    title: 'Formulaire de rétractation',
    lines: (seller: string) => [
      '(Veuillez compléter et renvoyer le présent formulaire uniquement si vous souhaitez vous rétracter du contrat.)',
      `À l’attention de ${seller} :`,
      'Je/Nous (*) vous notifie/notifions (*) par la présente ma/notre (*) rétractation du contrat portant sur la vente du bien (*)/pour la prestation de services (*) ci-dessous :',
      'Commandé le (*)/reçu le (*) :',
      'Nom du (des) consommateur(s) :',
      'Adresse du (des) consommateur(s) :',
      'Signature du (des) consommateur(s) (uniquement en cas de notification du présent formulaire sur papier) :',
      'Date :',
      '(*) Rayez la mention inutile.',
    ],
  },
};
