import {
  courtReferralMessage,
  courtWithdrawal,
  type CourtReferralMessage,
  type CourtReferralStanding,
} from '../../gateways/courtPartners/courtPartnerContract';
import { keptLines, type StubFile } from './keptLines';
import { stubRouter } from './stubRouter';

/** A referral or notice as the stand-in of a partner at court holds it. */
export interface CourtReferralKept {
  readonly message: CourtReferralMessage;
  readonly standing: CourtReferralStanding;
  readonly withdrawn?: string | undefined;
  /** How often it came under a key that was not seen before. */
  readonly times: number;
}

interface Line {
  readonly kept: CourtReferralKept;
  readonly key?: string | undefined;
}

/** Stands in for the partners of the court stage: keeps what comes, and answers what it is told to answer. */
export function courtPartnersStub({ file, key }: { file?: StubFile; key?: string } = {}) {
  const lines = file === undefined ? undefined : keptLines<Line>(file);
  const held = new Map<string, CourtReferralKept>();
  const keys = new Set<string>();
  let refuses: number | undefined;
  let afterPut: (() => Promise<void>) | undefined;
  const take = ({ kept, key: known }: Line) => {
    held.set(kept.message.referralId, kept);
    if (known !== undefined) keys.add(known);
  };
  lines?.all.forEach(take);
  const keep = (line: Line): CourtReferralStanding => {
    lines?.add(line);
    take(line);
    return line.kept.standing;
  };

  const router = stubRouter(key);
  router.use((_req, res, next) => {
    if (refuses === undefined) next();
    else res.sendStatus(refuses);
  });
  router.put('/court-referrals/:referralId', async (req, res) => {
    const { data: message } = courtReferralMessage.safeParse(req.body);
    if (message?.referralId !== req.params.referralId) return void res.sendStatus(422);
    const known = held.get(message.referralId);
    const sending = req.get('idempotency-key') ?? '';
    const times = (known?.times ?? 0) + (keys.has(sending) ? 0 : 1);
    const standing = known && !known.withdrawn ? known.standing : ({ state: 'received' } as const);
    const kept = { message, times, standing: { ...standing, reference: `CP-${message.referralId.slice(0, 8)}` } };
    keep({ kept, key: sending });
    await afterPut?.();
    res.status(known ? 200 : 201).json(kept.standing);
  });
  router.get('/court-referrals/:referralId', (req, res) => {
    const known = held.get(req.params.referralId);
    if (known) res.json(known.standing);
    else res.sendStatus(404);
  });
  router.post('/court-referrals/:referralId/withdrawal', (req, res) => {
    const known = held.get(req.params.referralId);
    const { data } = courtWithdrawal.safeParse(req.body);
    if (!known) return void res.sendStatus(404);
    if (!data) return void res.sendStatus(422);
    res.json(keep({ kept: { ...known, withdrawn: data.reason } }));
  });
  /** For whoever tries the service out: what it holds, and what somebody there answers. */
  router.get('/received', (_req, res) => {
    res.json({ items: [...held.values()] });
  });
  const answer = (referralId: string, state: CourtReferralStanding['state']): boolean => {
    const known = held.get(referralId);
    if (known) keep({ kept: { ...known, standing: { ...known.standing, state } } });
    return known !== undefined;
  };
  router.post('/court-referrals/:referralId/answer', (req, res) => {
    const { state } = req.body as { state: CourtReferralStanding['state'] };
    res.sendStatus(answer(req.params.referralId, state) ? 204 : 404);
  });
  return {
    router,
    answer,
    received: () => [...held.values()],
    /** Answers every call with this status until it is undefined again. */
    refuseWith: (status: number | undefined) => void (refuses = status),
    /** Runs after something was taken and before that is answered. */
    afterPut: (run: (() => Promise<void>) | undefined) => void (afterPut = run),
  };
}
