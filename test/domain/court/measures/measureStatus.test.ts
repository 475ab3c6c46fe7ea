import {
  measureEvents,
  measureStatuses,
  skippedSentence,
  statusAfterEvent,
  type MeasureEvent,
  type MeasureStatus,
} from '../../../../domain/court/measures/measureStatus';

const is = 'stays';

/** Every status and what each event makes of it, written down apart from the machine; what is not here is refused. */
const table: Readonly<Record<MeasureStatus, Partial<Record<MeasureEvent, MeasureStatus | typeof is>>>> = {
  notWanted: { screened: 'wanted', grantedByVariation: 'granted' },
  wanted: { screened: is, referred: 'referred', grantedByVariation: 'granted', optedOut: 'optedOut' },
  referred: {
    referred: is,
    toApply: 'toApply',
    declined: 'declined',
    grantedByVariation: 'granted',
    optedOut: 'optedOut',
  },
  toApply: {
    toApply: is,
    declined: 'declined',
    applied: 'applied',
    grantedByVariation: 'granted',
    optedOut: 'optedOut',
  },
  declined: {
    screened: 'wanted',
    referred: 'referred',
    toApply: 'toApply',
    declined: is,
    grantedByVariation: 'granted',
  },
  applied: {
    opposed: 'opposed',
    notOpposed: 'notOpposed',
    granted: 'granted',
    refused: 'refused',
    grantedByVariation: 'granted',
    optedOut: 'optedOut',
  },
  opposed: {
    opposed: is,
    notOpposed: 'notOpposed',
    granted: 'granted',
    refused: 'refused',
    grantedByVariation: 'granted',
    optedOut: 'optedOut',
  },
  notOpposed: {
    opposed: 'opposed',
    notOpposed: is,
    granted: 'granted',
    refused: 'refused',
    grantedByVariation: 'granted',
    optedOut: 'optedOut',
  },
  granted: {
    begunAgain: 'wanted',
    told: 'told',
    discharged: 'discharged',
    turnedEighteen: 'lapsed',
    optedOut: 'optedOut',
  },
  refused: { screened: 'wanted', referred: 'referred', grantedByVariation: 'granted' },
  told: {
    begunAgain: 'wanted',
    foundInPlace: 'inPlace',
    foundMissing: 'missing',
    discharged: 'discharged',
    turnedEighteen: 'lapsed',
    optedOut: 'optedOut',
  },
  inPlace: {
    begunAgain: 'wanted',
    foundInPlace: is,
    foundMissing: 'missing',
    discharged: 'discharged',
    turnedEighteen: 'lapsed',
    optedOut: 'optedOut',
  },
  missing: {
    begunAgain: 'wanted',
    foundInPlace: 'inPlace',
    foundMissing: is,
    discharged: 'discharged',
    turnedEighteen: 'lapsed',
    optedOut: 'optedOut',
  },
  discharged: { screened: 'wanted', grantedByVariation: 'granted' },
  lapsed: { screened: 'wanted', grantedByVariation: 'granted' },
  optedOut: { screened: 'wanted', grantedByVariation: 'granted', discharged: 'discharged' },
};

describe('one special measure', () => {
  const cases = measureStatuses.flatMap((status) => measureEvents.map((event) => [status, event] as const));

  it.each(cases)('that is %s: %s', (status, event) => {
    const expected = table[status][event];
    expect(statusAfterEvent(status, event)).toBe(expected === is ? status : expected);
  });

  it('comes into place by no way that leaves out the officer, the prosecution, the court or the witness', () => {
    const chain: MeasureEvent[] = ['screened', 'referred', 'toApply', 'applied', 'granted', 'told', 'foundInPlace'];
    for (let left = 0; left < chain.length; left += 1) {
      let status: MeasureStatus | undefined = 'notWanted';
      for (const [place, event] of chain.entries()) {
        if (place === left) continue;
        status = status && statusAfterEvent(status, event);
      }
      expect([chain[left], status === 'inPlace']).toEqual([chain[left], false]);
    }
    expect(chain.reduce<MeasureStatus>((status, event) => statusAfterEvent(status, event) ?? status, 'notWanted')).toBe(
      'inPlace'
    );
  });

  it('says in a sentence what has to come first', () => {
    expect(skippedSentence('screens', 'applied')).toBe(
      'Of screens (s.23): the prosecution has not said that it will apply for it.'
    );
    expect(skippedSentence('intermediary', 'foundInPlace')).toBe(
      'Of an intermediary (s.29): no court has granted it, or nobody has told the witness.'
    );
  });
});
