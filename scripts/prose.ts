import path from 'node:path';
import process from 'node:process';
import { printFindings } from '../rules/content/finding.ts';
import { checkComments, listSourceFiles } from '../rules/prose/check-comments.ts';
import { checkProseFiles, isProseFile, listProseFiles } from '../rules/prose/check-files.ts';
import { loadWords } from '../rules/prose/load-words.ts';

// `npm run prose [-- file …]`: checks spelling, banned phrases, terms, headings and lengths in everything in content/ that readers
// read, and the comments and test titles of the source files for phrases that sound translated.

const root = path.resolve(import.meta.dirname, '..');
const named = process.argv.slice(2).map((file) => path.relative(root, path.resolve(file)));
const texts = named.length > 0 ? named.filter(isProseFile) : listProseFiles(root);
const sources = named.length > 0 ? named.filter((file) => !isProseFile(file)) : listSourceFiles(root);
const findings = [...checkProseFiles(root, texts, loadWords(root)), ...checkComments(root, sources)];
printFindings(findings);
console.log(`${texts.length + sources.length} files read, ${findings.length} to fix`);
process.exit(findings.length === 0 ? 0 : 1);
