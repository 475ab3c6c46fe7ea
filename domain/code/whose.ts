/** People, whoever they are in the case; an organisation is not meant. */
export const people = ['person', 'bereavedRelative'] as const;

/** Victims, also those who are witnesses. */
export const victims = ['victim', 'victimAndWitness'] as const;
