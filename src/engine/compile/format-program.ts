import ts from 'typescript';
import { programName, type ProgramService } from './program-service.ts';

/**
 * Returns a program with the spaces and the line's indentation that TypeScript's own formatter gives it: two spaces, nothing moved from one
 * line to another. A program that cannot be parsed keeps what is not understood.
 */
export function formatProgram(programs: ProgramService, source: string): string {
  programs.open(source);
  const edits = programs.service.getFormattingEditsForDocument(programName, settings);
  return edits
    .toReversed()
    .reduce(
      (text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.start + span.length),
      source,
    );
}

const settings: ts.FormatCodeSettings = {
  ...ts.getDefaultFormatCodeSettings('\n'),
  indentSize: 2,
  tabSize: 2,
  convertTabsToSpaces: true,
  trimTrailingWhitespace: true,
};
