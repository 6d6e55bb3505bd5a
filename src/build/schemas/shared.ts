import { z } from 'astro/zod';

/**
 * A calendar date written as in the articles: 2001-12-21. It is text, because it is only compared and shown, but YAML may have
 * parsed it into a Date.
 */
export const isoDate = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z
    .string({ error: 'Expected a date written as 2001-12-21' })
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Expected a date written as 2001-12-21 (year, month, day)')
    .refine((text) => {
      const day = new Date(`${text}T00:00:00Z`);
      // A value that is no date at all gets the message above.
      return Number.isNaN(day.getTime()) || day.toISOString().startsWith(text);
    }, 'Expected a day that the calendar has'),
);

/** A Python release: 2.5, 3.14. It is quoted in YAML, because 3.10 would be read as 3.1. */
export const pythonVersion = z
  .string({ error: 'Expected a Python version in quotes, such as "3.10" (without quotes YAML reads 3.10 as 3.1)' })
  .regex(/^[23]\.\d{1,2}$/, 'Expected a Python version such as "3.10"');

/** A source for a fact. */
export const citation = z.strictObject({ text: z.string().min(3), url: z.url().optional() });

/** A lower-case id with hyphens, as used in addresses. */
export const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'Expected lower-case letters, digits and single hyphens, such as pep-492-async-await',
  );
