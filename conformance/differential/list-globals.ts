import { isLocal, listNamesSet, type Program, type Expression } from './program.ts';
import { listBodies, type Body } from './program.ts';
import { listParts, listExpressions } from './check-program.ts';

/** Names of functions, of parameters and of the preludes' definitions, which the program must not declare. */
const isVariable = (name: string): boolean => /^[a-z]\d+$/.test(name) && !/^[wacp]/.test(name);

/** Returns the global variables that a program uses or sets, in alphabetical order. */
export function listGlobals({ functions }: Program): readonly string[] {
  const names = new Set<string>();
  for (const { body } of functions) {
    for (const name of listNamesSet(body)) names.add(name);
    for (const name of namesUsedIn(body)) names.add(name);
  }
  return [...names].filter((name) => isVariable(name) && !isLocal(name)).sort();
}

/** Returns the program without the functions that `main` does not use, directly or through others. */
export function removeUnused({ functions }: Program): Program {
  const used = new Set(['main']);
  for (const name of used) {
    const body = functions.find((each) => each.name === name)?.body ?? [];
    for (const each of namesUsedIn(body)) used.add(each);
  }
  return { functions: functions.filter(({ name }) => used.has(name)) };
}

function namesUsedIn(body: Body): ReadonlySet<string> {
  const names = new Set<string>();
  const look = (value: Expression): void => {
    if (typeof value === 'object' && value !== null) {
      if ('name' in value) names.add(value.name);
      if ('whether' in value) names.add(value.whether);
      if ('call' in value) names.add(value.call);
      if ('thread' in value) names.add(value.thread);
      if ('collect' in value) for (const name of [value.map, value.where]) if (name !== undefined) names.add(name);
    }
    listParts(value).forEach(look);
  };
  const visit = (statements: Body): void => {
    for (const statement of statements) {
      listExpressions(statement).forEach(look);
      listBodies(statement).forEach(visit);
    }
  };
  visit(body);
  return names;
}
