import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type {SessionApi} from '../api/session-api.js';
import {HubError} from '../api/hub-error.js';

/** Why a passkey was of no use: nobody agreed, the device has one already, or the hub does not know it. */
class PasskeyError extends Error {
  override readonly name = 'PasskeyError';

  constructor(
    readonly code: 'cancelled' | 'exists' | 'unknown',
    cause: unknown,
  ) {
    super(code, {cause});
  }
}

/**
 * Makes a passkey for who is signed in.
 *
 * @throws PasskeyError, HubError
 */
export async function registerPasskey(api: SessionApi): Promise<void> {
  const optionsJSON =
    await api.passkeyStep<PublicKeyCredentialCreationOptionsJSON>('registration-options');
  const answer = await atDevice(() => startRegistration({optionsJSON}));
  await api.passkeyStep('register', answer);
}

/**
 * Signs in with a passkey of this device; the hub sets its cookie.
 *
 * @throws PasskeyError, HubError
 */
export async function signInWithPasskey(api: SessionApi): Promise<void> {
  const optionsJSON =
    await api.passkeyStep<PublicKeyCredentialRequestOptionsJSON>('authentication-options');
  const answer = await atDevice(() => startAuthentication({optionsJSON}));
  try {
    await api.passkeyStep('authenticate', answer);
  } catch (error) {
    const isUnknown = error instanceof HubError && [401, 403, 404].includes(error.status);
    throw isUnknown ? new PasskeyError('unknown', error) : error;
  }
}

/** What the device says no to comes as many errors; a person needs two of them. */
async function atDevice<T>(ceremony: () => Promise<T>): Promise<T> {
  try {
    return await ceremony();
  } catch (error) {
    const exists = error instanceof Error && error.name === 'InvalidStateError';
    throw new PasskeyError(exists ? 'exists' : 'cancelled', error);
  }
}
