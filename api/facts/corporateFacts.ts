import { z } from 'zod';
import { channels } from '../../domain/vocabulary';
import { factNumber, listOf } from '../http/values';
import type { FactShapes } from './factShape';

const about = listOf(factNumber, 200).default([]);

/** Facts of the portals in which a victim follows their crime. What they write themselves comes by the inbound way. */
export const corporateFacts = {
  victimAnswered: z.strictObject({ by: z.enum([...channels, 'trackMyCrime']), about }),
  updatePublished: z.strictObject({ portal: z.literal('trackMyCrime'), about }),
} satisfies FactShapes;
