import type { MessageTemplate } from './template';
import { acknowledgement1 } from './templates/acknowledgement1';
import { appointment1 } from './templates/appointment1';
import { dateMoved1 } from './templates/dateMoved1';
import { dateOff1 } from './templates/dateOff1';
import { dayNeeded1 } from './templates/dayNeeded1';
import { helpForYou1 } from './templates/helpForYou1';
import { newsForYou1 } from './templates/newsForYou1';
import { notNeeded1 } from './templates/notNeeded1';
import { nothingNew1 } from './templates/nothingNew1';
import { placeMoved1 } from './templates/placeMoved1';
import { pleaseCall1 } from './templates/pleaseCall1';
import { urgentCall1 } from './templates/urgentCall1';

/** Every version of every text, oldest first. */
export const messageTemplates: readonly MessageTemplate[] = [
  acknowledgement1,
  appointment1,
  dateMoved1,
  dateOff1,
  dayNeeded1,
  helpForYou1,
  newsForYou1,
  notNeeded1,
  nothingNew1,
  placeMoved1,
  pleaseCall1,
  urgentCall1,
];

/** The newest version of each text, by its id. */
const newest = new Map(messageTemplates.map((template) => [template.id, template]));

export const templateIds: readonly string[] = [...newest.keys()];

/** The text of this id as it is sent now; undefined where there is none. */
export function newestTemplate(id: string): MessageTemplate | undefined {
  return newest.get(id);
}
