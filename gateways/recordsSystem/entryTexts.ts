import type { Fact, FactKind } from '../../domain/fact';
import { londonText } from '../../domain/time/londonTime';
import type { Channel } from '../../domain/vocabulary';

const by: Readonly<Record<Channel, string>> = {
  phone: 'by phone',
  text: 'by text message',
  email: 'by e-mail',
  letter: 'by letter',
  inPerson: 'in person',
  videoCall: 'by video call',
  viaRepresentative: 'through their representative',
};

interface EntryText<K extends FactKind> {
  readonly text: (data: Fact<K>['data']) => string;
  /** What was said belongs into the log as well: the words of the note follow. */
  readonly withNote?: true;
}

/**
 * What of a victim's care is filed in the log of the crime. No text names a person, a number or an address: the records
 * system knows who its victim is.
 */
export const entryTexts: { readonly [K in FactKind]?: EntryText<K> } = {
  victimUpdateGiven: { text: ({ channel }) => `Victim update given ${by[channel]}`, withNote: true },
  victimTold: { text: ({ channel }) => `News told to the victim ${by[channel]}`, withNote: true },
  contactMade: {
    text: ({ channel, with: who }) =>
      `Contact made with ${who === 'victim' ? 'the victim' : "the victim's representative"} ${by[channel]}`,
  },
  victimContractAgreed: {
    text: ({ channel, everyDays }) =>
      `Victim Contract agreed: updates ${by[channel]}, every ${everyDays} ${everyDays === 1 ? 'day' : 'days'}`,
  },
};

/** The entry of a fact, without its note; undefined for a fact of which none is filed. */
export function entryText(fact: Fact): { readonly text: string; readonly withNote: boolean } | undefined {
  const entry = entryTexts[fact.kind] as EntryText<FactKind> | undefined;
  if (!entry) return undefined;
  const text = `${londonText(fact.happenedAt)}: ${entry.text(fact.data as never)}.`;
  return { text, withNote: entry.withNote === true };
}
