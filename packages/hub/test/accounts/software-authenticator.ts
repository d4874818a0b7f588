import {createHash, generateKeyPairSync, sign, type KeyObject} from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import {writeCbor, type CborValue} from './cbor.js';

/** Flags of authenticator data (WebAuthn level 3, 6.1): present, verified, with a new credential. */
const PRESENT = 1;
const VERIFIED = 4;
const WITH_CREDENTIAL = 64;

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/**
 * A passkey provider in software: one resident ES256 credential, as a browser with its platform
 * authenticator would answer. `isVerified: false` is somebody who did not unlock it.
 */
export class SoftwareAuthenticator {
  #keys = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  #counter = 0;
  #userHandle = '';
  readonly credentialId: string;

  constructor(
    readonly origin: string,
    id: string,
    readonly isVerified = true,
  ) {
    this.credentialId = base64url(id);
  }

  register(options: PublicKeyCredentialCreationOptionsJSON): RegistrationResponseJSON {
    this.#userHandle = options.user.id;
    const id = Buffer.from(this.credentialId, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const authData = Buffer.concat([
      this.#authenticatorData(options.rp.id!, WITH_CREDENTIAL),
      Buffer.alloc(16), // AAGUID: none
      length,
      id,
      coseKey(this.#keys.publicKey),
    ]);
    const attestation = new Map<string, CborValue>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return {
      id: this.credentialId,
      rawId: this.credentialId,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.#clientData('webauthn.create', options.challenge),
        attestationObject: base64url(writeCbor(attestation)),
        transports: ['internal'],
      },
    };
  }

  authenticate(options: PublicKeyCredentialRequestOptionsJSON): AuthenticationResponseJSON {
    this.#counter += 1;
    const authenticatorData = this.#authenticatorData(options.rpId!, 0);
    const clientDataJSON = this.#clientData('webauthn.get', options.challenge);
    const signed = Buffer.concat([
      authenticatorData,
      sha256(Buffer.from(clientDataJSON, 'base64url')),
    ]);
    return {
      id: this.credentialId,
      rawId: this.credentialId,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON,
        authenticatorData: base64url(authenticatorData),
        signature: base64url(sign('sha256', signed, this.#keys.privateKey)),
        userHandle: this.#userHandle,
      },
    };
  }

  #authenticatorData(rpId: string, extraFlags: number): Buffer {
    const flags = PRESENT | (this.isVerified ? VERIFIED : 0) | extraFlags;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([sha256(rpId), Buffer.of(flags), counter]);
  }

  #clientData(type: string, challenge: string): string {
    return base64url(JSON.stringify({type, challenge, origin: this.origin, crossOrigin: false}));
  }
}

/** An ES256 key as COSE (RFC 9053, 2.1 and 7.1.1). */
function coseKey(key: KeyObject): Uint8Array {
  const {x, y} = key.export({format: 'jwk'});
  return writeCbor(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x!, 'base64url')],
      [-3, Buffer.from(y!, 'base64url')],
    ]),
  );
}
