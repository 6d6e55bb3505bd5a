import ts from 'typescript';
import { programName, type ProgramService } from './program-service.ts';

/**
 * Returns a program with the spacing and indentation of TypeScript's own formatter: two spaces, and nothing moved from one line to
 * another. In a program that cannot be parsed, the parts that are not understood do not change.
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
