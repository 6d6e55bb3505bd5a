import ts from 'typescript';

/** How the instrumentation's two transformers write the names of their probes: names that the program does not use itself. */
export type ProbeNames = {
  /** The module's probes. */
  readonly probes: ts.Identifier;
  /** The innermost frame's probes. */
  readonly frame: ts.Identifier;
  /** `probes.method(…)` or `frame.method(…)`. */
  readonly call: (on: 'probes' | 'frame', method: string, args: readonly ts.Expression[]) => ts.CallExpression;
};

/** Makes the names for one compilation. */
export function createProbeNames(): ProbeNames {
  const { Optimistic, FileLevel } = ts.GeneratedIdentifierFlags;
  const flags: ts.GeneratedIdentifierFlags = Optimistic | FileLevel;
  const { factory } = ts;
  const probes = factory.createUniqueName('probes', flags);
  const frame = factory.createUniqueName('frame', flags);
  const call: ProbeNames['call'] = (on, method, args) => {
    const object = on === 'probes' ? probes : frame;
    return factory.createCallExpression(factory.createPropertyAccessExpression(object, method), undefined, args);
  };
  return { probes, frame, call };
}
