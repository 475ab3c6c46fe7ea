/** Facts of two records that were found to be of one person, or not to be after all. Ids only. */
export interface JoinFacts {
  /** `personId` is the record that stays; `joinedPersonId` points to it from now on. */
  personJoined: { personId: string; joinedPersonId: string };
  /** `joinedPersonId` is a record of its own again. */
  personParted: { personId: string; joinedPersonId: string };
}
