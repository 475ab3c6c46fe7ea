import { z } from 'zod';
import { wireText, wireWords } from '../wire';

/** What a victim wrote in TrackMyCrime, about the crime whose number they logged in with. */
export const portalMessage = z.object({ crimeReference: wireText, text: wireWords });

export type PortalMessage = z.output<typeof portalMessage>;
