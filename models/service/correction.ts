import type { Instant, LocalDate, Pence } from '../shared/index.ts';
import type { Service } from './service.ts';

/** What a council's staff hold to be so of one service, whatever the record that was read in says. What is absent is left to the record. */
export interface Correction {
  readonly serviceId: string;
  readonly isApproved?: boolean;
  readonly price?: CorrectedPrice;
  /** The day staff last checked the record; a later day in the record itself counts more. */
  readonly checkedOn?: LocalDate;
  /** Who changed what, newest last, at most thirty. */
  readonly history: readonly CorrectionStep[];
}

/** Nothing at all is free. */
interface CorrectedPrice { readonly pence: Pence; readonly unit: PriceUnit }
export const priceUnits = ['hour', 'session', 'item', 'day', 'week'] as const;
export type PriceUnit = (typeof priceUnits)[number];

export interface CorrectionStep {
  readonly what: CorrectService['what'];
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
  readonly note?: string;
  readonly price?: CorrectedPrice;
}

/** What staff may say of a service. `price-as-recorded` takes a corrected price back. */
export type CorrectService =
  | { readonly what: 'approved' }
  | { readonly what: 'approval-withdrawn'; readonly note: string }
  | { readonly what: 'priced'; readonly price: CorrectedPrice }
  | { readonly what: 'price-as-recorded' }
  | { readonly what: 'checked'; readonly on: LocalDate };

const stepsKept = 30;

/** The correction of a service once somebody has said one more thing of it. */
export function correctService(before: Correction, said: CorrectService, by: CorrectionStep['by'], at: Instant): Correction {
  const step: CorrectionStep = { what: said.what, by, at, ...('note' in said && { note: said.note }), ...('price' in said && { price: said.price }) };
  const history = [...before.history, step].slice(-stepsKept);
  switch (said.what) {
    case 'approved': return { ...before, isApproved: true, history };
    case 'approval-withdrawn': return { ...before, isApproved: false, history };
    case 'priced': return { ...before, price: said.price, history };
    case 'price-as-recorded': {
      const { price: _, ...rest } = before;
      return { ...rest, history };
    }
    case 'checked': return { ...before, checkedOn: said.on, history };
  }
}

/** The service as the council holds it to be. Where it came from, and its hash, stay those of the record. */
export function corrected(service: Service, { isApproved, price, checkedOn }: Correction): Service {
  const isLater = checkedOn !== undefined && checkedOn > (service.assured_date ?? '');
  return {
    ...service,
    ...(isApproved !== undefined && { mc_approved: isApproved }),
    ...(price !== undefined && { cost_options: [{ id: 'council', amount: price.pence / 100, amount_description: price.pence === 0 ? 'free' : `per ${price.unit}` }] }),
    ...(isLater && { assured_date: checkedOn }),
  };
}
