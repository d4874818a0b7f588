import type {Order} from '@local-widgets/model/schemas.js';

/** The sentences after the order; they come with the confirmation. */
export const confirmationFr = {
  received: (contract: Order['contract']): string =>
    contract === 'order' ? 'Commande reçue' : 'Réservation reçue',
  yourCode: 'Votre code',
  sayCode: 'Donnez ce code au retrait.',
  qr: (code: string) => `QR code vers le suivi de la commande ${code}`,
  qrHint: 'À photographier pour l’emporter sur votre téléphone.',
  state: (state: Order['state']): string => STATES[state],
  followLink: 'Suivre ou annuler',
  calendar: 'Ajouter à l’agenda',
  pay: 'Payer maintenant',
  arrived: 'Je suis arrivé(e)',
  arrivedHint: 'Appuyez en arrivant : on vous apporte la commande.',
  arrivedAt: (time: string) => `Le commerce sait que vous êtes là (${time}).`,
  arriveFailed: 'Le commerce n’a pas pu être prévenu. Réessayez, ou appelez.',
  anotherOrder: 'Commander autre chose',
  forget: 'Oublier sur cet appareil',
  done: 'Terminer',
};

const STATES: Readonly<Record<Order['state'], string>> = {
  received: 'Le commerce l’a reçue et va la confirmer.',
  accepted: 'Le commerce l’a acceptée.',
  ready: 'Elle est prête.',
  collected: 'Elle est retirée.',
  refused: 'Le commerce n’a pas pu l’accepter.',
  cancelled: 'Elle est annulée.',
  expired: 'Le commerce ne l’a pas confirmée à temps : elle est annulée.',
  'no-show': 'Elle n’a pas été retirée.',
};

export type ConfirmationMessages = typeof confirmationFr;
