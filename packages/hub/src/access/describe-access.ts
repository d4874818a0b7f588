import type {Access} from './access.js';

/** The ways to prove who one is, for the description of the hub (OpenAPI 3.1, "Security Scheme Object"). */
export const SECURITY_SCHEMES = {
  session: {type: 'apiKey', in: 'cookie', name: '__Host-local-hub'},
  token: {type: 'http', scheme: 'bearer', description: 'An API token of the shop'},
  visitor: {type: 'http', scheme: 'bearer', description: 'The secret of a visitor of the chat'},
  server: {type: 'http', scheme: 'bearer', description: 'A secret of the hub’s configuration'},
} as const;

type Scheme = keyof typeof SECURITY_SCHEMES;
type Requirement = Partial<Record<Scheme, string[]>>;

const oneOf = (...schemes: Scheme[]): Requirement[] => schemes.map(name => ({[name]: []}));

/** What a request must bring, for the description; `undefined` for nothing. */
export function securityOf(access: Access): Requirement[] | undefined {
  switch (access.who) {
    case 'signed in':
      return oneOf('session');
    case 'at shop':
    case 'admin':
      return oneOf('session', 'token');
    case 'visitor':
      return oneOf('visitor');
    case 'in room': {
      if (access.as === 'moderator') return oneOf('session', 'token');
      if (access.as === 'visitor') return oneOf('visitor');
      const all = oneOf('visitor', 'session', 'token');
      // a public room is read by everybody
      return access.as === 'reader' ? [...all, {}] : all;
    }
    case 'server':
      return oneOf('server');
    case 'holder':
      return access.of === 'chat link' ? oneOf('visitor') : undefined;
    default:
      return undefined;
  }
}

/** Who may, in words. */
export function sayAccess(access: Access): string {
  switch (access.who) {
    case 'anyone':
      return 'anyone';
    case 'own page':
      return 'anyone; a write from pages of the hub alone';
    case 'holder':
      return `who has the secret of the ${access.of}${access.of === 'chat link' ? ', and one of a visitor' : ''}`;
    case 'visitor':
      return 'who has a visitor’s secret';
    case 'in room':
      return PARTS[access.as];
    case 'signed in':
      return 'who is signed in';
    case 'at shop':
      return access.alone
        ? `${access.role} of the shop; ${access.alone.role} for ${access.alone.fields.join(', ')} alone`
        : `${access.role} of the shop`;
    case 'admin':
      return 'admin of the hub';
    case 'server':
      return `${access.named}, by its secret`;
    case 'signer':
      return `${access.named}, by its signature`;
  }
}

const PARTS = {
  reader: 'the room’s visitor, clerk of its shop; anyone when it is public',
  speaker: 'the room’s visitor, clerk of its shop',
  visitor: 'the room’s visitor',
  moderator: 'clerk of the room’s shop',
} as const;
