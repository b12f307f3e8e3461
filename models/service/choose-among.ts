import type { Cost } from './cost.ts';
import type { FoundService } from './found-service.ts';

/** What "the cheaper one" comes to. Ties are told, not broken; what cannot be compared is said to be so. */
type Choice =
  | { readonly kind: 'one'; readonly found: FoundService }
  | { readonly kind: 'several'; readonly found: readonly FoundService[] }
  | { readonly kind: 'none' }
  /** The records do not say enough: prices by the hour against prices by the visit, or no distance. */
  | { readonly kind: 'cannot-tell' };

/** Picks among services just read out, by a quality of the language model. A quality we do not know: `cannot-tell`. */
export function chooseAmong(found: readonly FoundService[], quality: string): Choice {
  switch (quality) {
    case 'free': return having(found, ({ cost }) => cost.kind === 'free');
    case 'paid': return having(found, ({ cost }) => cost.kind === 'priced');
    case 'voluntary': return having(found, ({ isVoluntary }) => isVoluntary);
    case 'approved': return having(found, ({ isApproved }) => isApproved);
    case 'cheaper': case 'cheapest': return byPrice(found, 1);
    case 'dearer': case 'dearest': return byPrice(found, -1);
    case 'nearer': case 'nearest': return least(found, ({ distanceMetres }) => distanceMetres);
    case 'sooner': case 'soonest': return least(found, ({ waitWeeks }) => waitWeeks);
    case 'first-listed': return having(found.slice(0, 1), () => true);
    case 'last-listed': return having(found.slice(-1), () => true);
    default: return { kind: 'cannot-tell' };
  }
}

function having(found: readonly FoundService[], isMeant: (each: FoundService) => boolean): Choice {
  const meant = found.filter(isMeant);
  const [one] = meant;
  if (one === undefined) return { kind: 'none' };
  return meant.length === 1 ? { kind: 'one', found: one } : { kind: 'several', found: meant };
}

/** Free is cheapest whatever the unit; prices are compared only where they are for the same thing. */
function byPrice(found: readonly FoundService[], direction: 1 | -1): Choice {
  const units = new Set(found.flatMap(({ cost }) => (cost.kind === 'priced' ? [cost.unit] : [])));
  const free = having(found, ({ cost }) => cost.kind === 'free');
  if (direction === 1 && free.kind !== 'none') return free;
  if (units.size > 1 || units.has('unknown')) return { kind: 'cannot-tell' };
  return least(found, ({ cost }) => { const amount = penceOf(cost); return amount === undefined ? undefined : amount * direction; });
}

function penceOf(cost: Cost): number | undefined {
  return cost.kind === 'priced' ? cost.pence : cost.kind === 'free' ? 0 : undefined;
}

function least(found: readonly FoundService[], measure: (each: FoundService) => number | undefined): Choice {
  const measures = found.flatMap((each) => measure(each) ?? []);
  if (measures.length === 0) return found.length === 0 ? { kind: 'none' } : { kind: 'cannot-tell' };
  const smallest = Math.min(...measures);
  return having(found, (each) => measure(each) === smallest);
}
