// Promise: whatever is sent to any of the doors, by speakers, systems, assistants, devices and forms, is answered or refused: nothing throws, hangs, or is our fault.
import { fuzzEach, readersOf } from './fuzz-each.ts';

fuzzEach(readersOf('doors'), 20_261_202);
