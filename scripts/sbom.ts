// npm run sbom: everything that runs, and by whose licence, as CycloneDX in dist/sbom.cdx.json. Fails when something has a licence that docs/licences.md does not name.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { billOfMaterials, unknownLicences } from './assurance/bill-of-materials.ts';

const root = resolve(import.meta.dirname, '..');
const bill = billOfMaterials(root);
const file = join(root, 'dist/sbom.cdx.json');
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(file, JSON.stringify(bill, undefined, 1));
console.log(`${bill.components.length} components in ${file}`);
const unknown = unknownLicences(bill);
for (const line of unknown) console.error(line);
if (unknown.length > 0) process.exitCode = 1;
