import { callSystem, pathOf, SystemAway, type SystemAddress } from './systemCall';

interface PutUnderOurId<Unknown extends string> {
  /** Parts of the path; the last is our id. */
  readonly at: readonly string[];
  readonly body: unknown;
  /** What 404 means there: which thing it does not know. */
  readonly unknown: Unknown;
}

/**
 * Puts something into another system under an id of ours: the same again changes nothing there. Throws SystemAway, also
 * while our key is not accepted: that is mended at the other side or in our settings.
 */
export async function putOnce<Unknown extends string>(
  address: SystemAddress,
  { at, body, unknown }: PutUnderOurId<Unknown>
): Promise<'taken' | Unknown | 'anotherUnderThisId' | 'refused'> {
  const { status } = await callSystem(address, { method: 'PUT', path: pathOf(...at), body });
  switch (status) {
    case 200:
    case 201:
    case 204:
      return 'taken';
    case 404:
      return unknown;
    case 409:
      return 'anotherUnderThisId';
    case 401:
    case 403:
      throw new SystemAway(`It answers ${status}`);
    default:
      return 'refused';
  }
}
