import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesDocument, ROOT, runtimePackages } from './licences.js';

writeFileSync(join(ROOT, 'docs/licences.md'), licencesDocument(runtimePackages()));
