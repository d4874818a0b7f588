import type {OrderState, PaymentMeans, PickupMode} from '@local-widgets/model/schemas.js';

/**
 * What the hub's own pages say. French is the type of every language; each has the same keys. The words
 * that the law gives are the model's (`LEGAL_WORDING`).
 */
export const fr = {
  language: 'fr',
  /** Between a label and what it labels. */
  colon: '\u00a0: ',
  skipToContent: 'Aller au contenu',
  hub: 'Commandes et retraits près d’ici',
  back: 'Retour à la commande',
  error: {
    title: 'Cela n’a pas marché',
    home: 'Aller à l’accueil',
  },
  home: {
    title: 'Commander près d’ici',
    lead: 'Ce serveur reçoit les commandes à retirer des commerces ci-dessous, passées sur leur site ou sur celui de leur commune.',
    shops: 'Les commerces',
    none: 'Aucun commerce n’est encore inscrit.',
    takesNoOrders: 'Ne prend pas de commandes en ce moment',
    privacy:
      'Pas de compte, pas de traceur : seul le lien reçu après une commande permet de la suivre. Les coordonnées sont effacées après le retrait.',
    forShops: 'Espace des commerces',
    documentation: 'Documentation de l’interface',
  },
  order: {
    title: (code: string) => `Commande ${code}`,
    at: (shop: string) => `chez ${shop}`,
    code: 'Votre code de retrait',
    codeHint: 'À dire ou à montrer sur place.',
    slot: {
      collect: 'Retrait',
      drive: 'Retrait en voiture',
      delivery: 'Livraison',
    } satisfies Record<PickupMode, string>,
    between: (day: string, from: string, to: string) => `${day}, de ${from} à ${to}`,
    localTime: (zone: string) => `(heure du commerce, ${zone})`,
    calendar: 'Ajouter à mon agenda (fichier .ics)',
    instructions: 'À savoir',
    address: 'Adresse de livraison',
    vehicle: 'Véhicule',
    note: 'Votre message',
    lines: 'Articles',
    product: 'Article',
    quantity: 'Qté',
    price: 'Prix unitaire',
    sum: 'Prix',
    fee: 'Livraison',
    total: 'Total, taxes comprises',
    payment: 'Paiement',
    shop: 'Le commerce',
    call: (telephone: string) => `Appeler le ${telephone}`,
    write: (email: string) => `Écrire à ${email}`,
    site: 'Site du commerce',
    terms: 'Conditions générales de vente',
    mediator: (name: string) => `Médiateur de la consommation\u00a0: ${name}`,
    siret: (siret: string) => `SIRET ${siret}`,
    history: 'Suivi',
    reason: (reason: string) => `Motif\u00a0: ${reason}`,
    contact: 'Vos coordonnées',
    erased: 'Vos coordonnées ont été effacées.',
    actions: 'Que voulez-vous faire ?',
    acceptBy: (time: string) => `Le commerce répond avant le ${time}.`,
  },
  state: {
    received: 'Reçue',
    accepted: 'Acceptée',
    ready: 'Prête',
    collected: 'Retirée',
    refused: 'Refusée',
    cancelled: 'Annulée',
    expired: 'Expirée',
    'no-show': 'Non retirée',
  } satisfies Record<OrderState, string>,
  stateHint: {
    received: 'Le commerce a reçu votre commande et va la confirmer.',
    accepted: 'Le commerce prépare votre commande.',
    ready: 'Votre commande vous attend.',
    collected: 'Merci de votre visite.',
    refused: 'Le commerce ne peut pas servir cette commande. Rien n’est dû.',
    cancelled: 'Cette commande est annulée.',
    expired: 'Le commerce n’a pas répondu à temps. Rien n’est dû.',
    'no-show': 'Cette commande n’a pas été retirée. Le commerce peut vous renseigner.',
  } satisfies Record<OrderState, string>,
  means: {
    cash: 'en espèces, sur place',
    card: 'par carte, sur place',
    contactless: 'sans contact, sur place',
    'meal-voucher': 'en titres-restaurant, sur place',
    cheque: 'par chèque, sur place',
    online: 'en ligne',
  } satisfies Record<PaymentMeans, string>,
  paymentStatus: {
    due: 'À payer',
    pending: 'Paiement en cours',
    paid: 'Payé',
    failed: 'Le paiement n’a pas abouti',
    refunded: 'Remboursé',
  },
  reservationHint: 'Réservation sans obligation de paiement.',
  pay: 'Payer maintenant',
  arrive: {
    button: 'Je suis arrivé',
    done: (time: string) => `Le commerce sait que vous êtes là depuis ${time}.`,
  },
  cancel: {
    link: 'Annuler la commande',
    until: (time: string) => `Possible jusqu’au ${time}.`,
    title: 'Annuler la commande ?',
    explain:
      'Le créneau et les articles seront proposés à d’autres. On ne peut pas revenir en arrière.',
    reason: 'Motif (facultatif)',
    confirm: 'Oui, annuler la commande',
    done: 'La commande est annulée. Le commerce est prévenu.',
  },
  withdraw: {
    until: (time: string) => `Droit de rétractation jusqu’au ${time}.`,
    title: 'Renoncer au contrat',
    explain: (code: string, shop: string) =>
      `Je notifie à ${shop} ma rétractation du contrat portant sur la commande ${code}.`,
    name: 'Votre nom',
    email: 'Adresse électronique où recevoir l’accusé de réception',
    done: (time: string) =>
      `Votre rétractation est enregistrée le ${time}. L’accusé de réception, avec la date et l’heure, est envoyé par courrier électronique.`,
  },
  data: {
    title: 'Vos données',
    export: 'Télécharger tout ce que nous savons de cette commande (JSON)',
    erase: 'Effacer mes coordonnées',
    eraseTitle: 'Effacer mes coordonnées ?',
    eraseExplain:
      'Nom, adresse électronique, téléphone, adresse, véhicule et message sont effacés tout de suite et pour toujours. Les articles, les prix et les dates restent : la loi oblige le commerce à garder sa comptabilité. Ce lien reste valable.',
    eraseOpen: 'Possible dès que la commande est terminée ou annulée.',
    eraseConfirm: 'Effacer définitivement',
    eraseDone: 'Vos coordonnées sont effacées.',
    automatic: 'Sans rien faire, elles sont effacées quelque temps après le retrait.',
  },
  signIn: {
    title: 'Espace des commerces',
    lead: 'Recevez par courrier électronique un lien pour entrer. Pas de mot de passe.',
    email: 'Adresse électronique',
    send: 'Recevoir un lien',
    sentTitle: 'Regardez vos messages',
    sent: 'Si cette adresse est connue ici, un lien vient de lui être envoyé. Il sert une fois, pendant 15 minutes.',
    passkey: 'Entrer avec une clé d’accès',
    openTitle: 'Entrer',
    open: 'Un dernier geste, pour que les robots de messagerie n’utilisent pas le lien à votre place.',
    enter: 'Entrer dans l’espace des commerces',
    gone: 'Ce lien ne sert plus : il a déjà servi, ou il est trop ancien.',
    another: 'Demander un autre lien',
  },
  setUp: {
    title: 'Bienvenue',
    lead: 'Ce lien fait de vous la personne qui administre ce serveur. Il sert une fois.',
    name: 'Votre nom',
    email: 'Votre adresse électronique, pour entrer les fois suivantes',
    confirm: 'Commencer',
  },
  desk: {
    title: 'Comptoir',
    noScript: 'Cet espace a besoin de JavaScript.',
  },
  field: {
    required: 'À remplir',
    name: 'Écrivez un nom, de 80 caractères au plus.',
    email: 'Écrivez une adresse électronique, par exemple camille@exemple.fr.',
  },
};

/** The same keys in every language, whose words may be any. */
export type PageWords = Words<typeof fr>;
type Words<T> = {
  [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Words<T[Key]>;
};
