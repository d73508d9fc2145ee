import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { printCoverage } from './coverage-page/print-coverage.js';

writeFileSync(new URL('../docs/coverage.md', import.meta.url), await printCoverage());
