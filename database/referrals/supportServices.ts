// Written by: supervisors, one service or a whole list at a time, through the API.
import type { Connection, Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import type { SupportService } from '../../domain/referrals/supportService';
import { collection, whole } from '../store/collection';
import { isDuplicateKey } from '../store/connection';
import type { Sealer } from '../encryption/masterKey';

export interface ListedService extends SupportService {
  /** Counts its changes, from 1. */
  readonly version: number;
}

/** A service as somebody enters it; a key that is left out stays as it was, while the route does. */
export type EnteredService = SupportService & { readonly key?: string | undefined };

interface StoredService extends ListedService {
  readonly sealedKey?: string | undefined;
}

/** A force's directory is one document, so that a list is imported whole or not at all. */
interface DirectoryDocument {
  readonly _id: string;
  readonly version: number;
  readonly services: readonly StoredService[];
  readonly by: string;
  readonly at: Instant;
}

export interface SupportServices {
  /** The services of a force, by name; none where it has no directory. */
  servicesOf(force: string): Promise<ListedService[]>;
  /** The first of these forces that knows the service, in their order; 'noDirectory' where none of them has one. */
  findService(forces: readonly string[], code: string): Promise<ListedService | 'noDirectory' | undefined>;
  /** What a partner's system knows us by. */
  keyOf(forces: readonly string[], code: string): Promise<string | undefined>;
  /**
   * Adds services, or puts them in place of those of the same code, all in one write. With `seenVersion` only where the
   * one service is still at it (0: not there); 'changed' where it is not.
   */
  saveServices(
    force: string,
    services: readonly EnteredService[],
    told: { readonly by: string; readonly now: Instant; readonly seenVersion?: number | undefined }
  ): Promise<{ readonly added: number; readonly changed: number } | 'changed'>;
}

export function supportServices(connection: Connection): Model<DirectoryDocument> {
  return collection(connection, 'supportServices', { version: Number, services: whole, by: String, at: String }, []);
}

const tries = 20;

export function supportServicesStore(model: Model<DirectoryDocument>, sealer: Sealer): SupportServices {
  const read = async (force: string) => (await model.findById(force).lean<DirectoryDocument>()) ?? undefined;

  async function stored(forces: readonly string[], code: string): Promise<StoredService | 'noDirectory' | undefined> {
    let hasDirectory = false;
    for (const force of new Set(forces)) {
      const directory = await read(force);
      hasDirectory ||= (directory?.services.length ?? 0) > 0;
      const found = directory?.services.find((each) => each.code === code);
      if (found) return found;
    }
    return hasDirectory ? undefined : 'noDirectory';
  }

  /** False where somebody else wrote in between. */
  async function write(document: DirectoryDocument, seen: number): Promise<boolean> {
    const { _id, ...$set } = document;
    if (seen > 0) return (await model.updateOne({ _id, version: seen }, { $set })).matchedCount > 0;
    try {
      await model.create([document] as never);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  function entered({ key, ...service }: EnteredService, known: StoredService | undefined): StoredService {
    const keeps = JSON.stringify(known?.route) === JSON.stringify(service.route);
    const sealedKey = key === undefined ? (keeps ? known?.sealedKey : undefined) : sealer.seal(service.code, key);
    return { ...service, version: (known?.version ?? 0) + 1, ...(sealedKey === undefined ? {} : { sealedKey }) };
  }

  return {
    async servicesOf(force) {
      const services = (await read(force))?.services ?? [];
      return services.map(shown).sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
    },
    async findService(forces, code) {
      const found = await stored(forces, code);
      return found === undefined || found === 'noDirectory' ? found : shown(found);
    },
    async keyOf(forces, code) {
      const found = await stored(forces, code);
      if (found === undefined || found === 'noDirectory' || found.sealedKey === undefined) return undefined;
      return sealer.unseal<string>(code, found.sealedKey);
    },
    async saveServices(force, services, { by, now, seenVersion }) {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const directory = await read(force);
        const known = new Map((directory?.services ?? []).map((each) => [each.code, each]));
        const before = known.size;
        for (const service of services) {
          const current = known.get(service.code);
          if (seenVersion !== undefined && seenVersion !== (current?.version ?? 0)) return 'changed';
          known.set(service.code, entered(service, current));
        }
        const seen = directory?.version ?? 0;
        const after = { _id: force, version: seen + 1, services: [...known.values()], by, at: now };
        const added = known.size - before;
        if (await write(after, seen)) return { added, changed: services.length - added };
      }
      return 'changed';
    },
  };
}

function shown({ sealedKey: _key, ...service }: StoredService): ListedService {
  return service;
}
