// Promise: files and feeds that are spoiled or made up are read or refused, with every row accounted for: nothing throws, hangs, or makes what cannot be.
import { fuzzEach } from './fuzz-each.ts';

fuzzEach(['visits', 'calendar', 'fhir', 'money', 'directory', 'settings'], 20_261_201);
