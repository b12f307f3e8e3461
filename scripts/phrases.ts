// The whole phrase book, for whoever designs what is said: npm run -s phrases. Every answer to every intent, by feature, with its length and what is hard in it.
import { phraseBook } from './phrase-book.ts';

process.stdout.write(await phraseBook());
