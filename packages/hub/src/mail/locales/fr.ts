import type {AlarmReason} from '../../outbox/outbox.js';
import {frenchWithdrawal} from './fr-withdrawal.js';

/** The words of the mails. French is the type; every other language has the same keys. */
export const fr = {
  hello: (name: string) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  slot: (day: string, from: string, to: string) => `${day}, de ${from} à ${to}`,
  slotOverNight: (from: string, to: string) => `du ${from} au ${to}`,
  dayAndTime: (day: string, time: string) => `${day} à ${time}`,
  code: 'Votre code, à donner sur place',
  labels: {
    slot: {collect: 'Retrait', drive: 'Retrait en voiture', delivery: 'Livraison'},
    place: {collect: 'Lieu', drive: 'Lieu', delivery: 'Adresse de livraison'},
    code: 'Code',
    telephone: 'Téléphone',
    email: 'Courriel',
    vehicle: 'Véhicule',
    note: 'Votre message',
    instructions: 'À savoir',
    payment: 'Paiement',
    reason: 'Motif',
    total: 'Total TTC',
    seller: 'Vendeur',
    siret: 'SIRET',
    vatId: 'TVA intracommunautaire',
    address: 'Adresse',
    terms: 'Conditions générales de vente',
    privacy: 'Données personnelles',
    mediator: 'Médiateur de la consommation',
  },
  payment: {
    cash: 'sur place, en espèces',
    card: 'sur place, par carte bancaire',
    contactless: 'sur place, sans contact',
    'meal-voucher': 'sur place, en titres-restaurant',
    cheque: 'sur place, par chèque',
    online: 'en ligne',
  },
  paymentStatus: {
    due: 'à régler',
    pending: 'paiement en attente',
    paid: 'payé',
    failed: 'le paiement n’a pas abouti',
    refunded: 'remboursé',
  },
  table: {
    caption: {order: 'Votre commande', reservation: 'Votre réservation'},
    columns: ['Produit', 'Quantité', 'Prix unitaire TTC', 'Total TTC'],
    fee: 'Livraison',
    vat: (rate: string) => `dont TVA ${rate}`,
  },
  received: {
    title: {
      order: 'Nous avons bien reçu votre commande',
      reservation: 'Nous avons bien reçu votre réservation',
    },
    subject: (code: string, shop: string, slot: string) =>
      `Commande ${code} reçue – ${shop}, ${slot}`,
    waiting: (shop: string, until: string) =>
      `${shop} doit encore l’accepter, au plus tard ${until}. Vous recevrez alors un autre message ; sans réponse d’ici là, elle sera annulée et rien ne vous sera demandé.`,
    waitingWithoutLimit: (shop: string) =>
      `${shop} doit encore l’accepter. Vous recevrez alors un autre message.`,
    accepted: (shop: string) => `${shop} l’a acceptée : elle est confirmée.`,
    follow: 'Suivre ou annuler la commande',
    keepLink: 'Ce lien est personnel : qui l’a peut voir et annuler la commande.',
    pay: 'Payer la commande',
    reservationDuty: 'Une réservation ne vous oblige pas à acheter : vous décidez sur place.',
    orderDuty: 'Vous avez commandé avec obligation de paiement.',
  },
  accepted: {
    title: 'Votre commande est acceptée',
    subject: (code: string, shop: string, slot: string) =>
      `Commande ${code} acceptée – ${shop}, ${slot}`,
    text: (shop: string) => `${shop} prépare votre commande pour le moment choisi.`,
  },
  ready: {
    title: 'Votre commande est prête',
    subject: (code: string, shop: string) => `Commande ${code} prête – ${shop}`,
    text: {
      collect: (shop: string) => `Elle vous attend : ${shop}.`,
      drive: (shop: string) =>
        `Elle vous attend : ${shop}. Sur place, signalez votre arrivée depuis la page de la commande ou par téléphone.`,
      delivery: (shop: string) => `${shop} va vous l’apporter pendant le créneau choisi.`,
    },
  },
  refused: {
    title: 'Votre commande n’a pas pu être acceptée',
    subject: (code: string, shop: string) => `Commande ${code} refusée – ${shop}`,
    text: (shop: string) => `${shop} ne peut malheureusement pas honorer cette commande.`,
  },
  cancelled: {
    title: 'Votre commande est annulée',
    subject: (code: string, shop: string) => `Commande ${code} annulée – ${shop}`,
    text: {
      customer: 'Vous avez annulé cette commande ; elle ne sera pas préparée.',
      shop: 'Le commerce a dû annuler cette commande.',
      hub: 'Cette commande a été annulée.',
    },
  },
  expired: {
    title: 'Votre commande a expiré',
    subject: (code: string, shop: string) => `Commande ${code} sans réponse – ${shop}`,
    text: (shop: string) =>
      `${shop} n’a pas répondu à temps. Votre commande est annulée ; vous pouvez en passer une autre ou appeler.`,
  },
  withdrawn: {
    title: 'Accusé de réception de votre rétractation',
    subject: (code: string, shop: string) => `Rétractation reçue, commande ${code} – ${shop}`,
    text: 'Nous accusons réception de votre déclaration de rétractation, transmise en ligne. Conservez ce message.',
    facts: {by: 'Déclarée par', at: 'Date et heure de la transmission', contract: 'Contrat'},
    contract: (code: string, day: string) => `commande ${code}, passée le ${day}`,
    declaration: 'Contenu de la déclaration',
    declared: (seller: string) =>
      `À l’attention de ${seller} : je vous notifie par la présente ma rétractation du contrat portant sur la vente des biens ci-dessous.`,
    refund:
      'Vous serez remboursé de toutes les sommes versées pour les produits concernés, frais de livraison standard compris, au plus tard quatorze jours après cette date ; le remboursement peut attendre le retour des produits déjà remis. Les produits déjà remis sont à rendre dans les quatorze jours.',
  },
  refundNote: 'La somme déjà payée vous est remboursée par le moyen utilisé pour payer.',
  nothingDue: 'Rien ne vous est demandé.',
  questions: (telephone: string) =>
    `Une question ? Appelez le ${telephone} ou répondez à ce message.`,
  questionsByMail: 'Une question ? Répondez à ce message.',
  seller: 'Qui vend',
  guarantees: {
    title: 'Garanties légales',
    text: 'Le vendeur répond des défauts de conformité (articles L. 217-3 et suivants du code de la consommation) et des vices cachés (articles 1641 et suivants du code civil).',
  },
  withdrawal: frenchWithdrawal,
  footer: (shop: string, hub: string) =>
    `Message envoyé par ${hub} pour ${shop}, au sujet de votre commande. Il ne contient ni publicité ni suivi.`,
  alarm: {
    title: {
      received: 'Une nouvelle commande est arrivée',
      'half-way': 'Une commande attend votre réponse',
      'last-call': 'Une commande va expirer',
      cancelled: 'Une commande a été annulée',
      withdrawn: 'Un client s’est rétracté',
    } satisfies Record<AlarmReason, string>,
    subject: (title: string, code: string, shop: string) => `${title} : ${code} – ${shop}`,
    acceptBy: 'À accepter avant',
    articles: 'Articles',
    expires: 'Sans réponse, elle expire, son client en est averti et le créneau redevient libre.',
    withdrawn:
      'Le client a reçu un accusé de réception. Remboursez sous quatorze jours (article L. 221-24 du code de la consommation).',
    open: 'Ouvrir les commandes',
    footer: (hub: string) => `Message envoyé par ${hub} aux personnes qui gèrent ce commerce.`,
  },
  signIn: {
    title: 'Votre lien de connexion',
    subject: (hub: string) => `Se connecter à ${hub}`,
    text: (minutes: number) =>
      `Ce lien vous connecte une seule fois, pendant ${minutes} minutes. Ne le transmettez à personne.`,
    open: 'Se connecter',
    ignore:
      'Vous n’avez rien demandé ? Ignorez ce message : sans ce lien, personne ne se connecte.',
    footer: (hub: string) => `Message envoyé par ${hub} parce que cette adresse y a été saisie.`,
  },
  webhookFailed: {
    title: 'Un webhook n’a pas pu être livré',
    subject: (shop: string) => `Webhook en échec – ${shop}`,
    text: (host: string) =>
      `Après dix essais en trois jours, ${host} n’a pas accepté un message. Les commandes ne sont pas touchées ; vous pouvez l’envoyer à nouveau depuis le bureau des commandes.`,
    disabled: (host: string) =>
      `${host} a répondu que cette adresse n’existe plus (410). Plus rien ne lui est envoyé.`,
    facts: {endpoint: 'Adresse', event: 'Événement', error: 'Dernière réponse'},
  },
};

export type MailWords = typeof fr;
