// Begins one import over the store in a folder, says so, and says when it is done: node importing-child.ts <what> <folder>. It may be killed at any moment.
import { bringIn, type Import } from './importing.ts';

const [what, folder] = process.argv.slice(2) as [Import, string];
await bringIn(what, folder, () => { console.log('begun'); });
console.log('done');
