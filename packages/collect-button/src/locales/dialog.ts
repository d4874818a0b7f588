import {ALLERGEN_NAMES} from '@local-widgets/model';
import type {PaymentMeans, PickupMode, SlotOffer} from '@local-widgets/model/schemas.js';

const pieces = (count: number): string => (count < 2 ? `${count} article` : `${count} articles`);

/** The sentences of the dialog; they come with it. */
export const dialogFr = {
  close: 'Fermer',
  back: 'Retour',
  retry: 'Réessayer',
  loadingShop: 'Chargement du catalogue…',
  stepOf: (step: number, steps: number) => `Étape ${step} sur ${steps}`,
  optional: 'facultatif',
  pieces,
  total: 'Total',
  labelled: (label: string, text: string) => `${label}\u00a0: ${text}`,

  basket: 'Votre panier',
  catalogue: 'Que désirez-vous\u202f?',
  emptyBasket: 'Votre panier est vide.',
  noProducts: 'Aucun produit n’est proposé pour le moment.',
  find: 'Chercher un produit',
  foundNone: 'Aucun produit ne porte ce nom.',
  moreProducts: (count: number) => `${count} autres produits : précisez la recherche.`,
  wholeCatalogue: 'Voir tout le catalogue',
  otherProducts: 'Autres produits',
  perUnit: (price: string, unit: string) =>
    `${price} ${unit === 'piece' ? 'la pièce' : unit === 'l' ? 'le litre' : 'le kg'}`,
  soldOut: 'Épuisé',
  left: (count: number) => (count < 2 ? 'Plus qu’un' : `Plus que ${count}`),
  gone: 'N’est plus proposé',
  atMost: (count: number) => `${count} par commande`,
  onlyOn: (days: string) => `Seulement ${days}`,
  composition: 'Composition et allergènes',
  ingredients: 'Ingrédients :',
  allergens: 'Allergènes :',
  noAllergens: 'aucun parmi les quatorze à déclarer',
  allergen: (name: string): string => (ALLERGEN_NAMES.fr as Record<string, string>)[name] ?? name,
  origin: (place: string) => `Origine : ${place}`,
  quantityOf: (name: string) => `Quantité : ${name}`,
  addOne: (name: string) => `Ajouter : ${name}`,
  takeOne: (name: string) => `Retirer : ${name}`,
  remove: (name: string) => `Enlever du panier : ${name}`,
  removeShort: 'Enlever',
  addShort: 'Ajouter',
  emptyIt: 'Vider le panier',
  next: 'Continuer',
  toSlots: 'Choisir le retrait',
  nextSlot: (mode: PickupMode, when: string) => `${NEXT[mode]} ${when}`,

  pickup: 'Quand et comment\u202f?',
  modes: 'Comment voulez-vous l’avoir\u202f?',
  mode: (mode: PickupMode) => MODES[mode],
  loadingSlots: 'Recherche des créneaux…',
  stale: (when: string) =>
    `La mise à jour a échoué\u202f; voici les produits et les prix reçus le ${when}.`,
  slotsFailed: 'Les créneaux n’ont pas pu être chargés.',
  soonest: 'au plus tôt',
  moreDays: 'Voir les autres jours',
  today: 'aujourd’hui',
  tomorrow: 'demain',
  fromTo: (from: string, to: string) => `${from}\u00a0–\u00a0${to}`,
  at: (day: string, span: string) => `${day}, ${span}`,
  zoneDiffers: (zone: string) =>
    `Les heures sont celles du commerce (${zone}), pas celles de votre appareil.`,
  noSlot: (reason: NonNullable<SlotOffer['reason']>) => NO_SLOT[reason],
  chooseSlot: 'Choisissez un créneau.',
  choosePlace: 'Choisissez un lieu de retrait.',
  places: 'Où voulez-vous le retirer\u202f?',
  vehicle: 'Votre véhicule ou votre place',
  vehicleHint: 'Par exemple : Clio bleue, place 3. Sert à vous trouver, puis est effacé.',
  address: 'Où livrer\u202f?',
  billing: 'Adresse de facturation',
  street: 'Numéro et rue',
  postalCode: 'Code postal',
  city: 'Commune',
  streetMissing: 'Indiquez le numéro et la rue, par exemple 3 Grande Rue.',
  postalCodeMissing: 'Indiquez un code postal, par exemple 61400.',
  cityMissing: 'Indiquez la commune.',
  zone: (name: string, fee: string) => `${name} : livraison ${fee}`,
  freeZone: (name: string) => `${name} : livraison offerte`,
  notThere:
    'Le commerce ne livre pas à ce code postal. Choisissez le retrait, ou une autre adresse.',
  belowMinimum: (minimum: string, missing: string) =>
    `La livraison est possible à partir de ${minimum} : il manque ${missing}.`,

  contact: 'Vos coordonnées',
  contactHint: 'Un nom, et un e-mail ou un téléphone. Ils ne servent qu’à cette commande.',
  name: 'Prénom ou nom',
  nameHint: 'Il sera demandé au retrait.',
  nameMissing: 'Indiquez un prénom, un nom ou un pseudonyme.',
  email: 'E-mail',
  telephone: 'Téléphone',
  oneOfBoth: 'Indiquez un e-mail ou un téléphone, pour que le commerce puisse vous répondre.',
  emailWrong: 'Cette adresse semble incomplète. Exemple : claire@exemple.fr',
  emailMissing: 'Indiquez un e-mail. Exemple : claire@exemple.fr',
  telephoneWrong: 'Ce numéro semble incomplet. Exemple : 06 12 34 56 78',
  note: 'Message au commerce',
  noteHint: 'N’y écrivez rien de confidentiel.',
  payment: 'Comment paierez-vous\u202f?',
  paymentMeans: (means: PaymentMeans) => PAYMENTS[means],
  atPickup: 'Au retrait',
  toReview: 'Vérifier',

  review: 'Tout est juste\u202f?',
  summary: 'Récapitulatif',
  product: 'Produit',
  unit: 'Prix',
  quantity: 'Qté',
  amount: 'Montant',
  fee: 'Livraison',
  totalWithTax: 'Total TTC',
  when: 'Quand',
  where: 'Où',
  who: 'Qui',
  how: 'Paiement',
  message: 'Message',
  newWindow: ' (nouvelle fenêtre)',
  change: 'Modifier',
  changeOf: (what: string) => `Modifier : ${what}`,
  terms: 'J’ai lu et j’accepte les conditions générales de vente.',
  readTerms: 'Lire les conditions (nouvelle fenêtre)',
  termsMissing: 'Cochez la case pour accepter les conditions générales de vente.',
  privacy: 'Vos données (nouvelle fenêtre)',
  seller: (name: string, siret: string) => `Vendu par ${name}, SIRET ${siret}.`,
  noWithdrawal: (names: string) =>
    `Pas de droit de rétractation pour : ${names} (produits périssables ou faits sur mesure).`,
  withdrawal: 'Vous avez 14 jours après le retrait pour vous rétracter.',
  reservation: 'Une réservation n’engage à rien : vous achetez, ou non, sur place.',

  sending: 'Envoi de la commande',
  sendingNow: 'Envoi en cours…',
  notSentYet: 'Pas encore envoyée.',
  notConfirmed: 'Elle n’est pas confirmée tant que le commerce ne l’a pas reçue.',
  reasonOffline:
    'Le réseau ne répond pas. La commande attend sur cet appareil et repart toute seule.',
  reasonBusy:
    'Le service est très demandé. La commande attend sur cet appareil et repart toute seule.',
  sendUntil: (when: string) => `Elle peut partir jusqu’à ${when}.`,
  broken: 'Le service n’a pas pu répondre. Réessayez : votre commande ne sera pas doublée.',
  tooLate:
    'L’heure limite de ce créneau est passée, sans confirmation du commerce. Choisissez un autre créneau, ou appelez pour savoir si elle est arrivée.',
  sendNow: 'Envoyer maintenant',
  otherSlot: 'Choisir un autre créneau',
  giveUp: 'Ne plus l’envoyer',
  gaveUp: 'La commande n’est plus envoyée. Si elle était déjà partie, prévenez le commerce.',

  problem: {
    slotFull: 'Ce créneau vient d’être complet. Choisissez-en un autre : rien d’autre n’est perdu.',
    slotGone: 'Ce créneau n’est plus possible. Choisissez-en un autre : rien d’autre n’est perdu.',
    outOfStock: (names: string) => `Il n’y en a plus assez : ${names}.`,
    outOfStockSome: 'Un produit n’est plus disponible en cette quantité. Vérifiez le panier.',
    takeRest: 'Garder ce qui reste',
    productGone: 'Un produit n’est plus proposé. Enlevez-le pour continuer.',
    priceChanged: (now: string, before: string) =>
      `Un prix a changé : le total est de ${now} au lieu de ${before}. Vérifiez, puis confirmez si cela vous va.`,
    paused: 'Le commerce a mis les commandes en pause.',
    notOpen: 'Le commerce ne prend pas encore de commandes en ligne.',
    payment: 'Ce moyen de paiement n’est pas possible maintenant. Choisissez-en un autre.',
    invalid: 'Le commerce n’a pas pu lire la commande. Vérifiez-la, ou joignez-le.',
    refused: 'La commande n’a pas été acceptée. Réessayez plus tard, ou joignez le commerce.',
  },
};

const MODES: Readonly<Record<PickupMode, string>> = {
  collect: 'Retrait au magasin',
  drive: 'Apporté à votre voiture',
  delivery: 'Livraison',
};

const NEXT: Readonly<Record<PickupMode, string>> = {
  collect: 'Prochain retrait\u00a0:',
  drive: 'Prochain passage\u00a0:',
  delivery: 'Prochaine livraison\u00a0:',
};

const PAYMENTS: Readonly<Record<PaymentMeans, string>> = {
  cash: 'Espèces',
  card: 'Carte bancaire',
  contactless: 'Sans contact',
  'meal-voucher': 'Titre-restaurant',
  cheque: 'Chèque',
  online: 'En ligne, juste après',
};

const NO_SLOT: Readonly<Record<NonNullable<SlotOffer['reason']>, string>> = {
  paused: 'Le commerce a mis les commandes en pause.',
  closed: 'Aucun créneau n’est ouvert pour le moment.',
  full: 'Tous les créneaux sont complets.',
  'not-together':
    'Ces produits ne sont pas disponibles le même jour. Enlevez-en un, ou faites deux commandes.',
  'window-closed': 'Les commandes pour cette distribution sont closes.',
};

export type DialogMessages = typeof dialogFr;
