/** The sentences of an order by phone or e-mail; they come with it. */
export const directFr = {
  direct: 'Commander directement',
  directHint:
    'Appelez le commerce, ou envoyez-lui votre liste. Rien n’est commandé avant sa réponse.',
  unreachable: 'La commande en ligne ne répond pas pour le moment.',
  noContact: 'Ce commerce n’a indiqué ni téléphone ni e-mail ici.',
  yourList: 'Votre liste',
  whatYouWant: 'Ce que vous désirez',
  yourName: 'Votre nom',
  wish: 'Quand viendrez-vous\u202f?',
  wishHint: 'Par exemple : samedi matin.',
  callShop: (phone: string) => `Appeler le ${phone}`,
  mailShop: 'Envoyer par e-mail',
  copyList: 'Copier la liste',
  copied: 'La liste est copiée.',
  copyFailed: 'La copie n’est pas permise ici : sélectionnez le texte ci-dessus.',
  mailSubject: (shop: string) => (shop ? `Commande pour ${shop}` : 'Commande'),
  greeting: 'Bonjour,',
  iWant: 'Je souhaite commander :',
  estimate: (total: string) => `Total indicatif : ${total}`,
  iCome: (wish: string) => `Passage souhaité : ${wish}`,
  thanks: 'Merci,',
};

export type DirectMessages = typeof directFr;
