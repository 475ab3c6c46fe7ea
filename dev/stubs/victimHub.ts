import { hubOrder, type HubOrder, type HubStanding } from '../../gateways/victimHub/hubContract';
import { keptLines, type StubFile } from './keptLines';
import { stubRouter } from './stubRouter';

interface Kept {
  readonly arrangementId: string;
  readonly standing: HubStanding;
}

const pencePerBooking = 3_500;

/** Stands in for the Victim Hub of a force: books whatever it is asked at one price, and cancels for nothing. */
export function victimHubStub({ file, key }: { file?: StubFile; key?: string } = {}) {
  const kept = file === undefined ? undefined : keptLines<Kept>(file);
  const orders = new Map((kept?.all ?? []).map(({ arrangementId, standing }) => [arrangementId, standing]));
  const newest = new Map<string, HubOrder>();
  let isSlow = false;
  const set = (arrangementId: string, standing: HubStanding): HubStanding => {
    kept?.add({ arrangementId, standing });
    orders.set(arrangementId, standing);
    return standing;
  };

  const router = stubRouter(key);
  router.put('/orders/:arrangementId', (req, res) => {
    const { arrangementId } = req.params;
    const order = hubOrder.safeParse(req.body);
    if (!order.success) return void res.sendStatus(422);
    const known = orders.get(arrangementId);
    if (known?.state === 'cancelled') return void res.json(known);
    newest.set(arrangementId, order.data);
    const booked: HubStanding = isSlow
      ? { state: 'received' }
      : {
          state: 'booked',
          pence: pencePerBooking,
          ...(order.data.arrangement === 'interpreter' ? { vetted: true } : {}),
        };
    res.status(201).json(set(arrangementId, booked));
  });
  router.get('/orders/:arrangementId', (req, res) => {
    const known = orders.get(req.params.arrangementId);
    if (known) res.json(known);
    else res.sendStatus(404);
  });
  router.post('/orders/:arrangementId/cancellation', (req, res) => {
    const { arrangementId } = req.params;
    if (orders.has(arrangementId)) res.json(set(arrangementId, { state: 'cancelled', pence: 0 }));
    else res.sendStatus(404);
  });
  return {
    router,
    /** From now on it takes orders, and books them later. */
    beSlow: () => void (isSlow = true),
    /** What it was last asked for under this id. */
    order: (arrangementId: string) => newest.get(arrangementId),
    /** Orders on which somebody would set out. */
    running: () => [...orders.values()].filter(({ state }) => state === 'booked' || state === 'received').length,
  };
}
