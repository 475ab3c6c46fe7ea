import type { Client } from '@temporalio/client';
import type { DutyDesks } from '../config/dutyDesks';
import type { Database } from '../database/openDatabase';
import type { CalendarDay } from '../domain/time/londonTime';
import type { WorkingCalendar } from '../domain/time/workingDays';
import type { PartnerRoutes } from '../gateways/supportService/partnerRoutes';
import type { RecordsSystem } from '../gateways/recordsSystem/recordsSystem';
import type { Prosecution } from '../gateways/prosecution/prosecution';
import type { CourtPartnerRoutes } from '../gateways/courtPartners/courtPartnerClient';
import type { VictimHubs } from '../gateways/victimHub/victimHub';
import type { TrackMyCrime } from '../gateways/trackMyCrime/trackMyCrime';
import type { CaseSettings } from '../workflows/messages';

/** What a process needs to start cases and to send them commands. */
export interface Engine {
  readonly client: Client;
  readonly database: Database;
  readonly taskQueue: string;
  /** The bank holidays that a new case begins with, from a day on. */
  readonly calendar: (from: CalendarDay) => WorkingCalendar;
  readonly settings: CaseSettings;
  /** Which addresses of support services may be called or written to; public ones alone, unless told. */
  readonly partnerRoutes?: PartnerRoutes | undefined;
  /** How long the engine waits for a worker before it gives a workflow task to another one. */
  readonly workflowTaskTimeoutMs: number;
  /** How long a call waits for Temporal before it counts as away. */
  readonly callTimeoutMs: number;
  /** Absent where none is connected. */
  readonly recordsSystem?: RecordsSystem | undefined;
  /** An origin that webhooks may call though it is not public. */
  readonly webhookTrustedUrl?: string | undefined;
  /** Whom escalations are pushed to; where nobody is named they stay tasks in a list. */
  readonly dutyDesks?: DutyDesks | undefined;
  /** Absent where none is connected. */
  readonly trackMyCrime?: TrackMyCrime | undefined;
  /** Absent where none is connected. */
  readonly prosecution?: Prosecution | undefined;
  readonly victimHubs?: VictimHubs | undefined;
  /** How each force reaches its partners of the court stage; where it names none, people do. */
  readonly courtPartners?: CourtPartnerRoutes | undefined;
}
