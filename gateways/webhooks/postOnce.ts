import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { AddressRefused, addressRefused, publicLookup } from '../publicAddress';
import { SystemAway } from '../systemCall';

const timeoutMs = 10_000;

/**
 * Posts to an address that somebody else chose, and tells the status. Redirects are not followed, the answer is not read,
 * and the address that a name leads to is looked at for the very connection that is made. Throws AddressRefused, or
 * SystemAway where nobody answers in time.
 */
export async function postOnce(
  address: string,
  { headers, body, trusted }: { headers: Record<string, string>; body: string; trusted?: string | undefined }
): Promise<number> {
  const refused = addressRefused(address, trusted);
  if (refused !== undefined) throw new AddressRefused(refused);
  const url = new URL(address);
  const isTrusted = trusted !== undefined && url.origin === new URL(trusted).origin;
  const send = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise<number>((resolve, reject) => {
    const away = () => reject(new SystemAway('It does not answer'));
    const call = send(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        ...(isTrusted ? {} : { lookup: publicLookup }),
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.on('error', () => undefined);
        answer.destroy();
      }
    );
    call.on('error', (error) => (error instanceof AddressRefused ? reject(error) : away()));
    call.end(body);
  });
}
