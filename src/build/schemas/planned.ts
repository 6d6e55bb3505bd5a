import { z } from 'astro/zod';
import { slug } from './shared.ts';

/** `content/planned.yaml`: slugs of articles that will be written. */
export const plannedSchema = z.array(slug);
