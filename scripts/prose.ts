import path from 'node:path';
import process from 'node:process';
import { printFindings } from '../rules/content/finding.ts';
import { checkProseFiles, listProseFiles } from '../rules/prose/check-files.ts';
import { loadWords } from '../rules/prose/load-words.ts';

// `npm run prose [-- file …]`: checks spelling, banned phrases, terms, headings and lengths in everything in content/ that readers
// read.

const root = path.resolve(import.meta.dirname, '..');
const named = process.argv.slice(2).map((file) => path.relative(root, path.resolve(file)));
const files = named.length > 0 ? named : listProseFiles(root);
const findings = checkProseFiles(root, files, loadWords(root));
printFindings(findings);
console.log(`${files.length} files read, ${findings.length} to mend`);
process.exit(findings.length === 0 ? 0 : 1);
