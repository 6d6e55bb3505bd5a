import ts from 'typescript';

/** The names of probes in code from the two transformers of the instrumentation. They avoid names that the program itself uses. */
export type ProbeNames = {
  /** The module's probes. */
  readonly probes: ts.Identifier;
  /** The probes of the frame at a depth: 0 for the module, 1 for its functions, 2 for theirs. */
  readonly frameAt: (depth: number) => ts.Identifier;
  /** `probes.method(…)`, or `frame.method(…)` of the frame at a depth. */
  readonly call: (on: 'probes' | number, method: string, args: readonly ts.Expression[]) => ts.CallExpression;
};

/** Makes the names for one compilation. */
export function createProbeNames(): ProbeNames {
  const { Optimistic, FileLevel } = ts.GeneratedIdentifierFlags;
  const flags: ts.GeneratedIdentifierFlags = Optimistic | FileLevel;
  const { factory } = ts;
  const probes = factory.createUniqueName('probes', flags);
  const frames: ts.Identifier[] = [];
  // The texts differ, so that a function can refer to the frame around its own.
  const frameAt: ProbeNames['frameAt'] = (depth) =>
    (frames[depth] ??= factory.createUniqueName(
      depth < 2 ? (['module', 'frame'][depth] ?? '') : `frame${depth}`,
      flags,
    ));
  const call: ProbeNames['call'] = (on, method, args) => {
    const object = on === 'probes' ? probes : frameAt(on);
    return factory.createCallExpression(factory.createPropertyAccessExpression(object, method), undefined, args);
  };
  return { probes, frameAt, call };
}
