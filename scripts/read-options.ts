import process from 'node:process';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { explainRefusal } from '../authoring/scaffold/scaffold-error.ts';

/**
 * Reads what was typed behind a command. An option that the command does not have ends it, with one line that says how it is typed.
 *
 * @param example the command as it could be typed
 */
export function readOptions<const Config extends ParseArgsConfig>(
  config: Config,
  example: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    return endWith(explainRefusal(error, example));
  }
}

/** Ends the command with a line for whoever typed it. */
export function endWith(message: string): never {
  console.error(message);
  process.exit(1);
}
