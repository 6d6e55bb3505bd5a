/** How to read the private fields of the objects of a class, by its prototype. */
const privateFields = new WeakMap<object, (object: object) => Readonly<Record<string, unknown>>>();

/** The code of a class tells how to read the private fields of its objects, without running any other code of the program. */
export function tellPrivateFields(
  prototype: object,
  read: (object: object) => Readonly<Record<string, unknown>>,
): void {
  privateFields.set(prototype, read);
}

/** The private fields of an object that one of its classes has, by their names. */
export function readPrivateFields(prototype: object, object: object): Readonly<Record<string, unknown>> {
  return privateFields.get(prototype)?.(object) ?? {};
}
