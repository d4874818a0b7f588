import {request, type Agent} from 'node:http';

/** Says something on a connection that is kept; rejects when it was not taken. */
export function put(agent: Agent, address: string, secret: string, body: object): Promise<void> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(address, {
      agent,
      method: 'PUT',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      },
    });
    outgoing.on('error', reject);
    outgoing.on('response', answer => {
      let said = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (said += part));
      answer.on('end', () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`A message was answered with ${answer.statusCode}: ${said}`));
      });
    });
    outgoing.end(text);
  });
}
