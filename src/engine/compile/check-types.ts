import { findPython } from './find-python.ts';
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
  const syntax = service.getSyntacticDiagnostics(programName);
  const python = syntax.length > 0 ? findPython(file) : undefined;
  if (python !== undefined) return [python];
  return toSourceErrors(file, syntax.length > 0 ? syntax : service.getSemanticDiagnostics(programName));
}
