// Written by: the briefing of a case, when it is asked for.
import { trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { collection, whole } from '../store/collection';
import { isDuplicateKey } from '../store/connection';
import type { PersonalData } from '../encryption/personalData';

/** One part of what the records system told about a case, and when it told it. */
export interface BriefingPart {
  readonly fetchedAt: Instant;
  /** Null where the system does not know the crime. */
  readonly told: unknown;
}

export interface KeptBriefing {
  readonly parts: Readonly<Record<string, BriefingPart>>;
  /** Since when the system has not answered; absent where it answered last time. */
  readonly awaySince?: Instant | undefined;
}

interface BriefingDocument {
  readonly _id: string;
  readonly personId: string;
  /** Part by part, under the victim's key: with the victim's erasure all of it is gone. */
  readonly parts?: Readonly<Record<string, { readonly fetchedAt: Instant; readonly sealed: string }>>;
  readonly awaySince?: Instant | undefined;
}

/** What was known before a call, kept so that it can be shown, with its age, while the records system is away. */
export interface Briefings {
  read(caseId: string, personId: string): Promise<KeptBriefing>;
  /** Keeps a part; one that was told later is not overwritten. */
  keep(caseId: string, personId: string, part: string, briefing: BriefingPart): Promise<void>;
  markAnswering(caseId: string): Promise<void>;
  /** Since when it is away: the first time stays. */
  markAway(caseId: string, personId: string, now: Instant): Promise<Instant>;
}

export function briefings(connection: Connection): Model<BriefingDocument> {
  return collection(connection, 'briefings', { personId: String, parts: whole, awaySince: String }, []);
}

export function briefingsStore(model: Model<BriefingDocument>, personal: PersonalData): Briefings {
  const fieldOf = (caseId: string, part: string) => `briefing ${caseId} ${part}`;

  async function make(caseId: string, personId: string): Promise<void> {
    try {
      await model.updateOne({ _id: caseId }, { $setOnInsert: { personId } }, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  return {
    async read(caseId, personId) {
      const found = await model.findById(caseId).lean<BriefingDocument>();
      const read = await Promise.all(
        Object.entries(found?.parts ?? {}).map(async ([part, { fetchedAt, sealed }]) => {
          const told = await personal.unseal<{ told: unknown }>(personId, fieldOf(caseId, part), sealed);
          return told === undefined ? [] : [[part, { fetchedAt, told: told.told }] as const];
        })
      );
      const { awaySince } = found ?? {};
      return { parts: Object.fromEntries(read.flat()), ...(awaySince === undefined ? {} : { awaySince }) };
    },
    async keep(caseId, personId, part, { fetchedAt, told }) {
      await make(caseId, personId);
      const sealed = await personal.seal(personId, fieldOf(caseId, part), { told });
      const place = `parts.${part}.fetchedAt`;
      const older = [{ [place]: trusted({ $exists: false }) }, { [place]: trusted({ $lt: fetchedAt }) }];
      const change = { $set: { [`parts.${part}`]: { fetchedAt, sealed } } };
      await model.updateOne({ _id: caseId, $or: older } as never, change as never);
    },
    async markAnswering(caseId) {
      await model.updateOne({ _id: caseId }, { $unset: { awaySince: '' } } as never);
    },
    async markAway(caseId, personId, now) {
      await make(caseId, personId);
      await model.updateOne({ _id: caseId, awaySince: trusted({ $exists: false }) } as never, {
        $set: { awaySince: now },
      });
      return (await model.findById(caseId).lean<BriefingDocument>())?.awaySince ?? now;
    },
  };
}
