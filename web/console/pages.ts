import { councilPages } from './council-pages.ts';
import { dayPages } from './day-pages.ts';
import { doorPages } from './door-pages.ts';
import { moneyPages } from './money-pages.ts';
import { recordPages } from './record-pages.ts';
import { workPages } from './work-pages.ts';
import type { Page } from './page.ts';

/** Every page of the console. What is not here is not there. */
export const pages: readonly Page[] = [...doorPages, ...councilPages, ...dayPages, ...recordPages, ...moneyPages, ...workPages];
