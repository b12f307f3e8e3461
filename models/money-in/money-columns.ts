import { plainHeading } from '../visits-in/index.ts';

/** What a row of a money file says. */
const moneyFields = ['person', 'date', 'kind', 'amount', 'reference', 'words', 'paidOut', 'paidIn', 'balance'] as const;
export type MoneyField = (typeof moneyFields)[number];
export type MoneyCells = Partial<Readonly<Record<MoneyField, string>>>;

/** Headings that finance systems have for each; the first is how we ask for it. */
const headingsOf: Readonly<Record<MoneyField, readonly string[]>> = {
  person: ['Council number', 'Person', 'Person ID', 'Client number', 'Client ID', 'Client ref', 'Customer number', 'Social care ID', 'Service user ID'],
  date: ['Date', 'Posting date', 'Payment date', 'Transaction date', 'Effective date'],
  kind: ['Kind', 'Type', 'Transaction type', 'Entry type'],
  amount: ['Amount', 'Amount (£)', 'Amount in pounds', 'Value', 'Net amount', 'Sum'],
  reference: ['Reference', 'Ref', 'Transaction reference', 'Transaction ID', 'Journal line', 'Document number'],
  words: ['Words', 'Description', 'Narrative', 'Details', 'What for', 'Merchant', 'Merchant name', 'Transaction description'],
  paidOut: ['Paid out', 'Money out', 'Debit', 'Debits', 'Debit amount', 'Withdrawals', 'Amount out'],
  paidIn: ['Paid in', 'Money in', 'Credit', 'Credits', 'Credit amount', 'Deposits', 'Amount in'],
  balance: ['Balance', 'Running balance', 'Available balance'],
};
const optional: readonly MoneyField[] = ['words', 'paidOut', 'paidIn', 'balance'];

/**
 * Where each field is in a row with these headings, or which headings are missing. A file is a bank's or a prepaid card's statement when it says what
 * each line is and how much, and a column has what went out, or it lacks the kind or the reference that finance systems give.
 */
export function moneyColumns(headings: readonly string[]): { readonly places: Readonly<Partial<Record<MoneyField, number>>>; readonly isStatement: boolean } | { readonly missing: readonly string[] } {
  const plain = headings.map(plainHeading);
  const found = moneyFields.map((field) => [field, headingsOf[field].map((heading) => plain.indexOf(plainHeading(heading))).find((place) => place >= 0)] as const);
  const places: Partial<Record<MoneyField, number>> = Object.fromEntries(found.filter(([, place]) => place !== undefined));
  const has = (field: MoneyField) => places[field] !== undefined;
  const isStatement = has('date') && has('words') && (has('paidOut') || (has('amount') && (!has('kind') || !has('reference'))));
  if (isStatement) return { places, isStatement };
  const missing = moneyFields.filter((field) => !has(field) && !optional.includes(field)).map((field) => headingsOf[field][0] ?? field);
  return missing.length > 0 ? { missing } : { places, isStatement };
}
