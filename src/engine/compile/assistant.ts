import { checkTypes } from './check-types.ts';
import { explain, explainSuggestion, type Explanation } from './explain.ts';
import { formatProgram } from './format-program.ts';
import { createProgramService, type Libraries } from './program-service.ts';
import type { SourceError } from './source-error.ts';
import { suggest, type Suggestions } from './suggest.ts';

/** Answers what an editor asks about a program while it is written. Offsets are in UTF-16 units from the start of the text. */
export type Assistant = {
  /** Syntax and type errors, in the order of the text. */
  check(source: string): readonly SourceError[];
  /** Names that fit at an offset. */
  suggest(source: string, at: number): Suggestions | undefined;
  /** What is at an offset; with `name`, one of the names suggested for it. */
  explain(source: string, at: number, name?: string): Explanation | undefined;
  /** The program with corrected spaces and indentation. */
  format(source: string): string;
};

/** Makes an assistant. The first request loads the libraries; later ones take a small part of that time. */
export function createAssistant(libraries: Libraries): Assistant {
  const programs = createProgramService(libraries);
  return {
    check: (source) => checkTypes(programs, source),
    suggest: (source, at) => suggest(programs, source, at),
    explain: (source, at, name) =>
      name === undefined ? explain(programs, source, at) : explainSuggestion(programs, source, at, name),
    format: (source) => formatProgram(programs, source),
  };
}
