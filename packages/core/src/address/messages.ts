import type {GeocoderErrorCode} from './geocoder.js';
import type {LocateErrorCode} from './locate.js';

/** Why there is no answer, and what a visitor can do about it. */
type Problems = Readonly<Record<GeocoderErrorCode | LocateErrorCode, string>>;

const problemsFr: Problems = {
  busy: 'Le service d’adresses est très demandé. Réessayez dans une minute.',
  offline: 'Vous semblez hors connexion. Réessayez une fois le réseau revenu.',
  unreachable: 'Le service d’adresses ne répond pas. Essayez une commune, ou réessayez plus tard.',
  unreadable: 'Le service d’adresses a donné une réponse illisible. Essayez une commune.',
  denied: 'Votre position n’est pas autorisée. Écrivez une adresse ou une commune.',
  unavailable: 'Votre position est inconnue. Écrivez une adresse ou une commune.',
  timeout: 'Votre position se fait attendre. Réessayez, ou écrivez une commune.',
  insecure: 'Votre position n’est donnée qu’aux sites en https. Écrivez une commune.',
};

/** The sentences of the address search; English comes in a file of its own, for pages that need it. */
export const addressFr = {
  address: 'Adresse ou commune',
  addressHint: 'Adresse, commune, code postal…',
  addressSuggestions: 'Lieux proposés',
  addressClear: 'Effacer le lieu',
  aroundMe: 'Autour de moi',
  locating: 'Recherche de votre position…',
  addressSearching: 'Recherche…',
  addressHeld: 'Le service d’adresses est très demandé. La recherche reprendra dès que possible.',
  addressMore: 'Écrivez au moins trois caractères.',
  addressNone: 'Aucun lieu trouvé. Essayez une commune ou un code postal.',
  addressFound: (count: number) => (count < 2 ? 'Un lieu proposé' : `${count} lieux proposés`),
  addressCount: (count: number) => (count < 2 ? 'un résultat' : `${count} résultats`),
  addressProvider: (name: string) => `Recherche : ${name}`,
  addressProblems: problemsFr,
};

export type AddressMessages = typeof addressFr;
