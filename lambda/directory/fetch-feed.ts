import { isLoose, type Loose } from './tidy-record.ts';

/** Fetches one address of a feed: its JSON, or why there is none. */
export type GetJson = (address: string) => Promise<{ readonly kind: 'json'; readonly json: unknown } | { readonly kind: 'none'; readonly why: string; readonly isGone?: boolean }>;

export type FetchedFeed =
  /** Every record of the feed, each in full where it could be had. `thin`: why one is only as the list has it. */
  | { readonly kind: 'fetched'; readonly declaredVersion: string; readonly records: readonly FetchedRecord[] }
  | { readonly kind: 'failed'; readonly why: string };
export interface FetchedRecord { readonly raw: unknown; readonly thin?: string }

interface Feed { readonly get: GetJson; readonly base: string; readonly atOnce?: number }

const onAPage = 100;
const mostPages = 2_000;
const mostRecords = 100_000;
const usualAtOnce = 4;
/** One after another: then nobody is there any more. */
const mostFailuresRunning = 20;
/** Less than this of what a feed says it has is no whole feed. */
const leastShare = 0.9;

/** The base of a feed, whichever of its addresses was given: without `/services`, a question or a slash at the end. */
export function baseOf(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/\/+$/, '').replace(/\/services(?:\/[^/]*)?$/, '').replace(/\/+$/, '');
}

/** Reads an Open Referral UK feed whole, version 3 or 1: all its pages, and each service in full, a few at a time. A page that is missing is no feed. */
export async function fetchFeed({ get, base, atOnce = usualAtOnce }: Feed): Promise<FetchedFeed> {
  const about = await get(`${base}/`);
  const declaredVersion = about.kind === 'json' && isLoose(about.json) && typeof about.json['version'] === 'string' ? about.json['version'] : 'unknown';
  const listed = await everyPage(get, base, atOnce);
  if ('why' in listed) return { kind: 'failed', why: listed.why };
  const failures = { running: 0 };
  const records = await fewAtOnce(listed.items, atOnce, async (item): Promise<FetchedRecord | undefined> => (failures.running >= mostFailuresRunning ? undefined : inFull(item, get, base, failures)));
  if (records.some((record) => record === undefined)) return { kind: 'failed', why: `it stopped answering: ${mostFailuresRunning} services in a row could not be read` };
  return { kind: 'fetched', declaredVersion, records: records as readonly FetchedRecord[] };
}

async function inFull(item: unknown, get: GetJson, base: string, failures: { running: number }): Promise<FetchedRecord> {
  const id = idOf(item);
  if (id === undefined) return { raw: item };
  const answer = await get(`${base}/services/${encodeURIComponent(id.toWellFormed())}`);
  if (answer.kind === 'json' && isLoose(answer.json) && idOf(answer.json) === id) {
    failures.running = 0;
    return { raw: { ...(item as Loose), ...answer.json } };
  }
  failures.running = answer.kind === 'none' && answer.isGone !== true ? failures.running + 1 : 0;
  return { raw: item, thin: answer.kind === 'none' ? answer.why : 'what came is another record' };
}

const idOf = (item: unknown): string | undefined => (isLoose(item) && (typeof item['id'] === 'string' || typeof item['id'] === 'number') ? String(item['id']) : undefined);

interface Page { readonly items: readonly unknown[]; readonly pages?: number; readonly total?: number; readonly isLast?: boolean }

type Broken = { readonly why: string };
const isBroken = (page: Page | Broken): page is Broken => 'why' in page;

async function everyPage(get: GetJson, base: string, atOnce: number): Promise<{ readonly items: readonly unknown[] } | Broken> {
  const read = async (page: number): Promise<Page | Broken> => {
    const answer = await get(`${base}/services?page=${page}&per_page=${onAPage}`);
    if (answer.kind === 'none') return { why: `page ${page} could not be read: ${answer.why}` };
    return pageIn(answer.json) ?? { why: `page ${page} is no page of services` };
  };
  const first = await read(1);
  if (isBroken(first)) return first;
  if (first.pages !== undefined && first.pages > mostPages) return { why: `it says that it has ${first.pages} pages, which is more than we take` };
  const rest = first.pages === undefined ? await untilTheEnd(first, read) : await fewAtOnce(Array.from({ length: Math.max(0, first.pages - 1) }, (_, place) => place + 2), atOnce, read);
  const broken = rest.find(isBroken);
  if (broken !== undefined) return broken;
  const items = onceEach([first, ...rest].flatMap((page) => (isBroken(page) ? [] : page.items)));
  if (items.length > mostRecords) return { why: `it has more than ${mostRecords} services` };
  return first.total !== undefined && items.length < first.total * leastShare ? { why: `it says that it has ${first.total} services, and gave ${items.length}` } : { items };
}

/** Without a number of pages: on, until one is the last, empty, or the same again. */
async function untilTheEnd(first: Page, read: (page: number) => Promise<Page | Broken>): Promise<readonly (Page | Broken)[]> {
  const rest: (Page | Broken)[] = [];
  let before: Page | undefined;
  let last = first;
  while (last.isLast !== true && last.items.length > 0 && rest.length < mostPages && (before === undefined || JSON.stringify(before.items) !== JSON.stringify(last.items))) {
    const next = await read(rest.length + 2);
    rest.push(next);
    if (isBroken(next)) break;
    [before, last] = [last, next];
  }
  return rest;
}

/** Version 3 has `contents`, version 1 `content`; the official schema lets through an object with neither. */
function pageIn(json: unknown): Page | undefined {
  if (!isLoose(json)) return undefined;
  const items = json['contents'] ?? json['content'];
  if (!Array.isArray(items)) return undefined;
  const number = (...names: readonly string[]) => names.map((name) => json[name]).find((value): value is number => Number.isSafeInteger(value) && (value as number) >= 0);
  const [pages, total] = [number('total_pages', 'totalPages'), number('total_items', 'totalElements')];
  const isLast = json['last_page'] ?? json['last'];
  return { items, ...(pages !== undefined && { pages }), ...(total !== undefined && { total }), ...(typeof isLast === 'boolean' && { isLast }) };
}

/** A server that ignores the page, or moves records between pages as we read, gives some of them twice. */
function onceEach(items: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const id = idOf(item);
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

/** The results in the order of what was given, never more than so many under way. */
async function fewAtOnce<Item, Result>(items: readonly Item[], atOnce: number, run: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = Array.from({ length: items.length });
  let next = 0;
  const worker = async () => {
    for (let place = next++; place < items.length; place = next++) results[place] = await run(items[place] as Item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
