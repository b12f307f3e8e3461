// Promise: files and feeds that are spoiled or made up are read or refused, with every row accounted for: nothing throws, hangs, or makes what cannot be.
import { fuzzEach, readersOf } from './fuzz-each.ts';

fuzzEach(readersOf('files'), 20_261_201);
