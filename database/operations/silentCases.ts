// Written by: the nightly check alone. A finding stays while the case is silent and goes when it has healed.
import { trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import type { Scopes } from '../../domain/projection/caseSummary';
import type { Silence, SilenceFields } from '../../domain/morning/silence';
import type { CaseDocument } from '../cases/cases';
import { collection } from '../store/collection';

export interface SilentCase {
  readonly caseId: string;
  readonly why: readonly Silence[];
  /** The night on which it was first found so. */
  readonly since: Instant;
  readonly owningTeam: string;
}

/** What the last whole check found, so that an empty list can be told from a check that never ran. */
export interface SilenceChecked {
  readonly checkedAt: Instant;
  readonly openCases: number;
  readonly silentCases: number;
}

export type OpenCase = SilenceFields & Scopes & { readonly caseId: string };

export interface SilentCaseDocument extends Omit<SilentCase, 'caseId'> {
  readonly _id: string;
  readonly forces: readonly string[];
}

interface SilenceCheckDocument extends SilenceChecked {
  readonly _id: 'nightly';
}

/** Ids of cases are spread evenly: the check reads one slice of them after the other, each by the index of ids. */
export const slices = 64;

export interface SilentCases {
  /** The open cases of a slice (0 to 63), whatever version of the service wrote them. */
  openCases(slice: number): Promise<OpenCase[]>;
  /** Makes the findings of a slice these; twice is harmless. Answers how many findings have healed. */
  settle(
    slice: number,
    silent: readonly { readonly of: OpenCase; readonly why: Silence[] }[],
    at: Instant
  ): Promise<number>;
  noteChecked(checked: SilenceChecked): Promise<void>;
  lastChecked(): Promise<SilenceChecked | undefined>;
  /** Of a force, or of one of its teams; longest silent first, with the count of all. */
  listSilent(
    of: { force: string; team?: string | undefined },
    limit: number
  ): Promise<{ count: number; items: SilentCase[] }>;
}

export function silentCases(connection: Connection): Model<SilentCaseDocument> {
  const fields = { why: [String], since: String, owningTeam: String, forces: [String] };
  return collection(connection, 'silentCases', fields, [{ key: { since: 1 } }]);
}

export function silenceChecks(connection: Connection): Model<SilenceCheckDocument> {
  return collection(connection, 'silenceChecks', { checkedAt: String, openCases: Number, silentCases: Number }, []);
}

export function silentCasesStore(
  model: Model<SilentCaseDocument>,
  checks: Model<SilenceCheckDocument>,
  cases: Model<CaseDocument>
): SilentCases {
  return {
    async openCases(slice) {
      const fields = Object.fromEntries(shown.map((field) => [`summary.${field}`, 1]));
      // A closed case that watches the end of an order looks again by itself too.
      const goingOn = [{ ended: false }, { 'summary.nextLookAt': trusted({ $exists: true }) }];
      const found = await cases.find({ ...idsOf(slice), $or: goingOn }, fields).lean<CaseDocument[]>();
      return found.map(({ _id, summary }) => ({ ...summary, caseId: _id }));
    },
    async settle(slice, silent, at) {
      const known = await model.find(idsOf(slice), { _id: 1 }).lean<{ _id: string }[]>();
      const now = new Set(silent.map(({ of }) => of.caseId));
      const healed = known.map(({ _id }) => _id).filter((caseId) => !now.has(caseId));
      if (healed.length > 0) await model.deleteMany({ _id: trusted({ $in: healed }) });
      const writes = silent.map(({ of, why }) => ({
        updateOne: {
          filter: { _id: of.caseId },
          update: { $set: { why, ...scopesIn(of) }, $setOnInsert: { since: at } },
          upsert: true,
        },
      }));
      if (writes.length > 0) await model.bulkWrite(writes, { ordered: false });
      return healed.length;
    },
    async noteChecked(checked) {
      await checks.updateOne({ _id: 'nightly' }, { $set: checked }, { upsert: true });
    },
    async lastChecked() {
      const found = await checks.findById('nightly').lean<SilenceCheckDocument>();
      if (!found) return undefined;
      const { _id, ...checked } = found;
      return checked;
    },
    async listSilent({ force, team }, limit) {
      const filter = { forces: force, ...(team === undefined ? {} : { owningTeam: team }) };
      const [count, found] = await Promise.all([
        model.countDocuments(filter),
        model.find(filter).sort({ since: 1, _id: 1 }).limit(limit).lean<SilentCaseDocument[]>(),
      ]);
      return { count, items: found.map(({ _id, forces: _forces, ...finding }) => ({ caseId: _id, ...finding })) };
    },
  };
}

const shown = [
  'owningTeam',
  'officerInCase',
  'nextDueAt',
  'nextLookAt',
  'investigatingForce',
  'homeForce',
] as const satisfies readonly (keyof OpenCase)[];

/** Ids are UUIDs in small letters; `g` comes after every one of them. */
function idsOf(slice: number) {
  const startOf = (number: number) => ((number * 256) / slices).toString(16).padStart(2, '0');
  return { _id: trusted({ $gte: startOf(slice), $lt: slice + 1 < slices ? startOf(slice + 1) : 'g' }) };
}

function scopesIn({ investigatingForce, homeForce, owningTeam }: OpenCase) {
  return { forces: [...new Set([investigatingForce, homeForce])], owningTeam };
}
