import { Router } from 'express';
import ical, { ICalEventStatus } from 'ical-generator';
import type { Engine } from '../../commands/engine';
import { uuidOf } from '../../commands/uuidOf';
import type { DiaryEntry } from '../../domain/court/diary';
import { addCalendarDays, addHours, londonDay, type Instant } from '../../domain/time/londonTime';
import type { RecordingDay } from '../../domain/court/measures/recordingDays';
import type { HearingKind } from '../../domain/vocabulary';
import { notFound } from '../http/errors';
import { readDiary } from './diaryReader';

const daysBack = 30;
const daysAhead = 365;
const hearingHours = 1;
const { CANCELLED, CONFIRMED, TENTATIVE } = ICalEventStatus;

const kinds: Readonly<Record<HearingKind | RecordingDay['hearing'], string>> = {
  firstHearing: 'First hearing',
  bailHearing: 'Bail hearing',
  pleaAndTrialPreparation: 'Plea and trial preparation',
  trial: 'Trial',
  sentence: 'Sentence',
  appeal: 'Appeal',
  groundRulesHearing: 'Ground rules hearing (section 28)',
  recordedCrossExamination: 'Recorded cross-examination (section 28)',
  recordedFurtherQuestioning: 'Recorded further questioning (section 28)',
  other: 'Hearing',
};

/** Where calendars read a diary by an address that nobody can guess. It names nobody, and an unknown address is nothing. */
export function calendarFeed(engine: Engine, clock: () => Instant): Router {
  return Router().get('/calendar/:token.ics', async (req, res) => {
    const now = clock();
    res.locals.route = 'GET /calendar/{token}.ics';
    const feed = await engine.database.diaryFeeds.findByToken(req.params.token, now);
    if (!feed) throw notFound();
    const { owner, roles, team, mine } = feed;
    const today = londonDay(now);
    const asked = { from: addCalendarDays(today, -daysBack), to: addCalendarDays(today, daysAhead), team, mine };
    const caller = { ...owner, forces: [], teams: [...owner.teams], roles: [...roles] };
    const entries = await readDiary(engine, { caller, roles }, asked, now);
    res.set('cache-control', 'private, no-store').type('text/calendar').send(calendarOf(entries, now));
  });
}

/** A calendar of RFC 5545. A hearing keeps its UID for life; each word on it raises its SEQUENCE. */
export function calendarOf(entries: readonly DiaryEntry[], now: Instant): string {
  const calendar = ical({ prodId: { company: 'victim-case-service', product: 'court-diary' }, name: 'Court diary' });
  for (const entry of entries) {
    const { key, hearing, urns, court, at, cancelled, sequence, certainty } = entry;
    const kind = kinds[hearing as keyof typeof kinds] ?? kinds.other;
    const isFixed = certainty === undefined || certainty === 'fixed';
    calendar.createEvent({
      id: `${uuidOf(`diary hearing ${key}`)}@victim-case-service`,
      sequence,
      stamp: new Date(now),
      ...whenOf(entry, at),
      summary: `${kind}${isFixed ? '' : ' (day not fixed)'}: ${urns.join(', ') || 'number not known'}`,
      ...(court === undefined ? {} : { location: court }),
      status: cancelled ? CANCELLED : isFixed ? CONFIRMED : TENTATIVE,
    });
  }
  // Each line ends with a line break, the last one too (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`;
}

/** Whole days end, as calendars have it, on the day after the last. */
function whenOf({ on, untilOn = on }: DiaryEntry, at: Instant | undefined) {
  if (at !== undefined && untilOn === on) return { start: new Date(at), end: new Date(addHours(at, hearingHours)) };
  const midnight = (day: string) => new Date(`${day}T00:00:00.000Z`);
  return { start: midnight(on), end: midnight(addCalendarDays(untilOn, 1)), allDay: true };
}
