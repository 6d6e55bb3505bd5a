import process from 'node:process';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { explainRefusal } from '../authoring/scaffold/scaffold-error.ts';

/**
 * Reads the arguments of a command. An unknown option ends the command with one line that shows how to type it.
 *
 * @param example an example of the command
 */
export function readOptions<const Config extends ParseArgsConfig>(
  config: Config,
  example: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    return exitWith(explainRefusal(error, example));
  }
}

/** Ends the command with a line for the person who typed it. */
export function exitWith(message: string): never {
  console.error(message);
  process.exit(1);
}
