import type {Language} from '../schemas/common.js';
import type {Contract} from '../schemas/shop.js';

/**
 * The words that the law asks for, and nothing else. When it changes, it is this file that changes.
 *
 * - Code de la consommation, L221-14 (ordonnance 2016-301): the button of an order says that it
 *   binds to pay, and only the words on the button count (CJEU, 7 April 2022, C-249/21). Also where
 *   one pays at the counter.
 * - L221-18 and L221-19 (14 days, Regulation 1182/71), L221-28 (exceptions): `withdrawal.ts`.
 * - L221-21 with ordonnance 2026-2, and D221-5 with décret 2026-3, in force since 19 June 2026: a
 *   function to withdraw online, in two steps. In English: directive 2011/83/EU, article 11a.
 * - A mere reservation is no distance contract: one buys, or does not, in the shop.
 *
 * This is no legal advice.
 */
export const LEGAL_WORDING_CHECKED_ON = '2026-11-22';

/** The words of a language. */
export interface LegalWording {
  /** What the last button may say, the default first. */
  readonly buttons: Readonly<Record<Contract, readonly [string, ...string[]]>>;
  /** On the way to the withdrawal. */
  readonly withdraw: string;
  /** On the button that declares it. */
  readonly confirmWithdrawal: string;
}

/**
 * The variants of `order` are the law's own noun, and what the Commission's guidance on the directive
 * takes for as clear (2021/C 525/01, on article 8(2)).
 */
export const LEGAL_WORDING: Readonly<Record<Language, LegalWording>> = {
  fr: {
    buttons: {
      order: [
        'Commander avec obligation de paiement',
        'Commande avec obligation de paiement',
        'Acheter maintenant',
        'Confirmer l’achat',
      ],
      reservation: ['Réserver', 'Réserver sans obligation d’achat'],
    },
    withdraw: 'Renoncer au contrat ici',
    confirmWithdrawal: 'Confirmer la rétractation',
  },
  en: {
    buttons: {
      order: ['Order with obligation to pay', 'Buy now', 'Confirm purchase'],
      reservation: ['Reserve', 'Reserve without obligation to buy'],
    },
    withdraw: 'Withdraw from contract here',
    confirmWithdrawal: 'Confirm withdrawal',
  },
};

/**
 * What the last button says: the wish of a shop when it is allow-listed, else the default. Case,
 * spaces and the form of the apostrophe do not count.
 */
export function orderButtonText(language: Language, contract: Contract, wish = ''): string {
  const texts = LEGAL_WORDING[language].buttons[contract];
  return texts.find(text => folded(text) === folded(wish)) ?? texts[0];
}

function folded(text: string): string {
  return text.replace(/’/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
