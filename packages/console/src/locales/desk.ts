import type {HubErrorCode} from '../api/hub-error.js';

type Failures = Readonly<Partial<Record<HubErrorCode, string>>>;

const failures: Failures = {
  offline: 'Pas de connexion. Rien n’est perdu : réessayez une fois le réseau revenu.',
  unreachable: 'Le serveur ne répond pas. Vérifiez la connexion, puis réessayez.',
  timeout: 'Le serveur met trop de temps à répondre. Réessayez.',
  unreadable: 'Le serveur a donné une réponse illisible. Réessayez dans quelques minutes.',
  unauthorized: 'Votre session est terminée. Connectez-vous de nouveau.',
  forbidden: 'Votre rôle ne le permet pas. Demandez au responsable de la boutique.',
  'not-found': 'Cela n’existe plus. Rechargez la page.',
  'too-many-requests': 'Trop de demandes à la fois. Réessayez dans une minute.',
  'wrong-state': 'Cette commande a changé entre-temps : voici où elle en est.',
  unavailable: 'Le serveur est indisponible. Réessayez dans quelques minutes.',
  internal: 'Le serveur a rencontré un problème. Réessayez dans quelques minutes.',
};

/** The sentences around the tabs. */
export const deskFr = {
  deskTitle: 'Comptoir',
  loading: 'Chargement…',
  retry: 'Réessayer',
  failures,
  failed: 'Cela n’a pas fonctionné. Réessayez.',
  partFailed: 'Cette partie n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  cancel: 'Annuler',
  back: 'Retour',
  today: 'aujourd’hui',
  tomorrow: 'demain',
  yesterday: 'hier',
  product: 'Produit',
  quantity: 'Quantité',
  day: 'Jour',
  previousDay: 'Jour précédent',
  nextDay: 'Jour suivant',

  chooseShop: 'Choisissez une boutique',
  noShop: 'Aucune boutique ne vous est confiée. Demandez une invitation à son responsable.',
  notYourShop: 'Cette boutique ne vous est pas confiée. Demandez une invitation à son responsable.',
  roles: {admin: 'administration', merchant: 'responsable', clerk: 'vente'},
  otherShop: 'Changer de boutique',
  account: 'Compte',
  signedInAs: (email: string) => `Connecté : ${email}`,
  signOut: 'Se déconnecter',
  signOutAnyway: 'Se déconnecter quand même',
  addPasskey: 'Ajouter une clé d’accès sur cet appareil',
  passkeyAdded: 'Clé d’accès ajoutée : la prochaine connexion se fera sans e-mail.',
  passkeyCancelled:
    'La clé d’accès n’a pas été utilisée. Réessayez, ou demandez un lien par e-mail.',
  passkeyExists: 'Cet appareil a déjà une clé d’accès pour ce comptoir.',

  tabs: 'Parties du comptoir',
  tabOrders: 'Commandes',
  tabPreparation: 'Préparation',
  tabSlots: 'Créneaux',
  tabCatalogue: 'Catalogue',
  tabShop: 'Boutique',
  waitingCount: (count: number) => `${count} à accepter`,

  connecting: 'connexion…',
  live: 'en direct',
  polling: (seconds: number) => `mise à jour toutes les ${seconds} secondes`,
  offlineSince: (time: string) => `hors ligne depuis ${time}`,
  offlineNow: 'hors ligne',
  offlineHint: 'Les nouvelles commandes n’arrivent plus ici. Nouvel essai automatique.',
  tryNow: 'Essayer maintenant',

  soundOn: 'Son activé',
  soundOff: 'Son coupé',
  soundBlocked: 'Son en attente : touchez la page',
  pause: 'Pause : ne plus prendre de commandes',
  pauseShort: 'Pause',
  resume: 'Reprendre les commandes',
  pausedTitle: 'Commandes en pause',
  pausedHint: 'Les clients ne peuvent plus commander. Les commandes reçues restent à préparer.',
  paused: 'Les commandes sont en pause.',
  resumed: 'Les commandes ont repris.',
  notOpenTitle: 'Cette boutique ne prend pas encore de commandes',
  notOpenHint: 'Il manque des informations obligatoires : voyez l’onglet Boutique.',
};

export type FrameMessages = typeof deskFr;
