import type { CourtFormat } from './format';
import { nothing } from '../reading';

/** What is agreed of a message that says nothing for a case: that it is an object. */
const silent = (because: string): CourtFormat => ({ schema: { type: 'object' }, read: () => nothing(because) });

/** Single justice lists: no witness is ever called, and nobody attends. */
export const singleJusticeList = silent('nobodyAttends');

/** Events of Common Platform that change nothing which a victim or witness should know, and why. */
export const silentEvents: Readonly<Record<string, CourtFormat>> = Object.fromEntries(
  Object.entries({
    draftOnly: [
      'hearing.draft-result-saved',
      'hearing.draft-result-deleted-v2',
      'hearing.multiple-draft-results-saved',
      'hearing.save-draft-result-failed',
      'hearing.results-validation-failed',
      'hearing.manage-results-failed',
      'hearing.share-results-failed',
      'hearing.approval-requested',
      'hearing.event.approval-rejected',
    ],
    whoAppears: [
      'hearing.defence-counsel-added',
      'hearing.defence-counsel-updated',
      'hearing.defence-counsel-removed',
      'hearing.defence-counsel-change-ignored',
      'hearing.prosecution-counsel-added',
      'hearing.prosecution-counsel-updated',
      'hearing.prosecution-counsel-removed',
      'hearing.prosecution-counsel-change-ignored',
      'hearing.company-representative-change-ignored',
      'hearing.events.attendee-deleted',
      'hearing.defendant-attendance-updated',
      'listing.judiciary-changed-for-hearings-status',
    ],
    logOfTheDay: [
      'hearing.event-logged',
      'hearing.event-amended',
      'hearing.event-ignored',
      'hearing.event-timestamp-corrected',
      'hearing.events-updated',
      'hearing.live-status-published',
    ],
    lockOnly: [
      'hearing.event.hearing-locked',
      'hearing.event.hearing-locked-by-other-user',
      'hearing.hearing-locked-by-other-user',
      'hearing.hearing-unlocked',
      'hearing.hearing-unlock-failed',
    ],
    doneElsewhere: [
      'hearing.plea-updated',
      'hearing.verdict-updated',
      'hearing.update-plea-ignored',
      'hearing.initiate-ignored',
      'listing.hearing-changes-saved',
      'listing.hearings-update-completed',
      'listing.hearing-days-sequenced',
      'listing.hearing-unallocated-courtroom-removed',
      'listing.create-next-hearing-requested',
      'hearing.hearing-slots-provisionally-booked',
      'hearing.hearing-breach-applications-added',
    ],
    offencesMoved: [
      'hearing.selected-offences-removed-from-existing-hearing',
      'events.listing.offences-removed-from-allocated-hearing',
      'events.listing.offences-removed-from-unallocated-hearing',
      'events.listing.offences-removed-from-existing-allocated-hearing',
      'events.listing.offences-removed-from-existing-unallocated-hearing',
    ],
    noticeOnly: [
      'listing.court-daily-list',
      'listing.court-list-restricted',
      'listing.created-listing-note',
      'listing.deleted-listing-note',
      'listing.note-edited',
      'hearing.events.nows-requested',
      'hearing.now-document-requested',
      'hearing.event.nces-notification-requested',
      'hearing.nces-email-notification-for-application',
      'hearing.compute-outstanding-fines-requested',
      'hearing.application-response-saved',
      'hearing.defendants-in-youthcourt-updated',
      'hearing.defendants-welsh-information-recorded',
    ],
  }).flatMap(([because, names]) => names.map((name) => [`public.${name}`, silent(because)]))
);
