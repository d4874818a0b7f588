/** A session with V8's inspector of another process. */
export interface Inspector {
  send(method: string, params?: object): Promise<unknown>;
  close(): void;
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: {readonly message: string};
}

/** @param url as the process told it: ws://127.0.0.1:… */
export async function connectInspector(url: string): Promise<Inspector> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, {resolve(value: unknown): void; reject(error: Error): void}>();
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, {once: true});
    socket.addEventListener('error', () => reject(new Error('No inspector answers.')), {
      once: true,
    });
  });
  socket.addEventListener('message', ({data}) => {
    const {id, result, error} = JSON.parse(String(data)) as Answer;
    const call = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result);
  });
  let calls = 0;
  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++calls;
        waiting.set(id, {resolve, reject});
        socket.send(JSON.stringify({id, method, params}));
      }),
    close: () => socket.close(),
  };
}
