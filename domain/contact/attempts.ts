import type { CaseOpening } from '../careRecord';
import type { Fact, FactData } from '../fact';
import type { Instant } from '../time/londonTime';
import type { Channel } from '../vocabulary';

export interface Try {
  readonly seq: number;
  readonly at: Instant;
  readonly channel: Channel;
  readonly result: FactData['contactAttempted']['result'];
  readonly callBackAt?: Instant | undefined;
}

/** How a person has been tried since somebody last reached them, and by which ways it is safe to try. */
export interface Attempts {
  routes: { readonly safe: readonly Channel[]; readonly preferred?: Channel | undefined };
  tries: readonly Try[];
  /** When they were last reached, and whether they asked to be called again. */
  reached?: {
    readonly at: Instant;
    readonly channel?: Channel | undefined;
    readonly callBackAt?: Instant | undefined;
  };
  /** A person has decided that nobody can reach them, and nobody has tried since. */
  given?: FactData['contactImpossible']['reason'];
  /** Somebody asked around for another safe way since the last try. */
  sought?: { readonly seq: number; readonly result: FactData['safeChannelSought']['result'] };
}

export function noAttemptsYet({ safeChannels: safe, preferredChannel: preferred, officerActions }: Arrival): Attempts {
  const at = officerActions.find(({ action }) => action === 'victimContacted')?.at;
  return { routes: { safe, preferred }, tries: [], ...(at === undefined ? {} : { reached: { at } }) };
}

type Arrival = Pick<CaseOpening, 'safeChannels' | 'preferredChannel' | 'officerActions'>;

/** Takes in what a fact says of attempts; facts come in the order in which they happened. */
export function followAttempts(known: Attempts, fact: Fact): void {
  const { seq, happenedAt: at } = fact;
  switch (fact.kind) {
    case 'contactAttempted': {
      const { channel, result, callBackAt } = fact.data;
      known.tries = [...known.tries, { seq, at, channel, result, ...(callBackAt ? { callBackAt } : {}) }];
      delete known.sought;
      delete known.given;
      break;
    }
    case 'contactMade':
      reach(known, { at, channel: fact.data.channel, callBackAt: fact.data.callBackAt });
      break;
    case 'officerActed':
      if (fact.data.action === 'victimContacted') reach(known, { at });
      break;
    case 'contactImpossible':
      known.tries = [];
      known.given = fact.data.reason;
      break;
    case 'personChanged': {
      const { safeChannels: safe, preferredChannel: preferred, changed } = fact.data;
      known.routes = { safe, preferred };
      // Another number is another way: the count starts afresh.
      if (changed.includes('contactPoints')) known.tries = [];
      delete known.sought;
      break;
    }
    case 'safeChannelSought':
      known.sought = { seq, result: fact.data.result };
      break;
    default:
      break;
  }
}

function reach(known: Attempts, reached: NonNullable<Attempts['reached']>): void {
  known.reached = reached;
  known.tries = [];
  delete known.sought;
  delete known.given;
}
