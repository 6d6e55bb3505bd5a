import path from 'node:path';
import process from 'node:process';
import { checkHtml } from '../rules/content/check-html.ts';
import { printFindings } from '../rules/content/finding.ts';

const findings = checkHtml(path.resolve(import.meta.dirname, '../dist'));
printFindings(findings);
if (findings.length > 0) console.error(`${findings.length} to fix in the pages of dist/.`);
process.exit(findings.length === 0 ? 0 : 1);
