/** How to read the private fields of a class's objects, by its prototype. */
const privateFields = new WeakMap<object, (object: object) => Readonly<Record<string, unknown>>>();

/** A class's code registers how to read the private fields of its objects without running any other code of the program. */
export function registerPrivateFields(
  prototype: object,
  read: (object: object) => Readonly<Record<string, unknown>>,
): void {
  privateFields.set(prototype, read);
}

/** The private fields that an object has from one of its classes, by name. */
export function readPrivateFields(prototype: object, object: object): Readonly<Record<string, unknown>> {
  return privateFields.get(prototype)?.(object) ?? {};
}
