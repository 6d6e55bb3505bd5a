import { findForeignText } from './find-foreign-text.ts';
import { createProgramService, type Libraries, programName, type ProgramService } from './program-service.ts';
import { type SourceError, toSourceErrors } from './source-error.ts';

/** Checks programs one after another; its knowledge of the libraries is reused. */
export type TypeChecker = {
  /** Syntax and type errors of a program, in the order of the text. */
  check(source: string): readonly SourceError[];
};

/** Makes a checker. The first check loads the libraries; later ones take a small part of that time. */
export function createTypeChecker(libraries: Libraries): TypeChecker {
  const programs = createProgramService(libraries);
  return { check: (source) => checkTypes(programs, source) };
}

/** Syntax and type errors of a program, in the order of the text. */
export function checkTypes(programs: ProgramService, source: string): readonly SourceError[] {
  const file = programs.open(source);
  const { service } = programs;
  const syntax = toSourceErrors(file, service.getSyntacticDiagnostics(programName));
  const foreign = findForeignText(file, syntax);
  if (foreign !== undefined) return [foreign];
  return syntax.length > 0 ? syntax : toSourceErrors(file, service.getSemanticDiagnostics(programName));
}
