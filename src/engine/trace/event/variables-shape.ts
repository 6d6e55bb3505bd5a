import {
  type Check,
  id,
  integer,
  listUpTo,
  object,
  oneOf,
  optional,
  orNull,
  count,
  textUpTo,
  tuple,
} from './check-shape.ts';
import { objectForms, variableLimits } from './variables.ts';

/** A variable's or a parameter's name. */
export const name: Check = textUpTo(variableLimits.text);

const { objects, items, locals, text } = variableLimits;

/** Every item or entry of every object, and every variable, may have its own text. */
const mostTexts = objects * (2 * items + 1) + 2 * locals;

/** The field `variables` of a frame's event; `VariableChecker` checks that references exist. */
export const variablesShape: Check = optional(
  object({
    texts: optional(listUpTo(mostTexts, textUpTo(text))),
    objects: optional(
      listUpTo(
        objects,
        object({
          id,
          form: oneOf(...objectForms),
          type: textUpTo(text),
          items: optional(listUpTo(2 * items, integer)),
          size: optional(count),
          of: optional(id),
          label: optional(textUpTo(text)),
          sync: optional(object({ object: textUpTo(text), id })),
        }),
      ),
    ),
    locals: optional(listUpTo(locals, tuple(name, orNull(integer)))),
    outer: optional(listUpTo(10 * locals, tuple(id, name, orNull(integer)))),
  }),
);
