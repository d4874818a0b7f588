import type {Fault} from '../../dev/src/testing/bad-network.js';

export type {Fault};

/** A way to a server, which goes wrong as a test says. */
export interface BadNetwork {
  /** Stands for the address of the server behind. */
  readonly address: string;
  /** From now on; undefined is well again. */
  readonly set: (fault: Fault | undefined) => Promise<void>;
  /** Methods and paths that came so far, in their order. */
  readonly seen: () => Promise<string[]>;
}

/** To the server of the tests, unless told otherwise. */
export async function badNetwork(to = location.origin): Promise<BadNetwork> {
  const path = (await ask(`/__network/start?to=${encodeURIComponent(to)}`, 'POST')) as string;
  return {
    address: location.origin + path,
    set: async fault => {
      const query = fault ? `?fault=${encodeURIComponent(fault)}` : '';
      await ask(`${path}/-/set${query}`, 'POST');
    },
    seen: async () => (await ask(`${path}/-/seen`, 'GET')) as string[],
  };
}

async function ask(path: string, method: string): Promise<unknown> {
  const response = await fetch(path, {method});
  return response.json();
}

/** The device has its network again, as the browser tells. */
export const networkIsBack = (page: EventTarget = window): boolean =>
  page.dispatchEvent(new Event('online'));
