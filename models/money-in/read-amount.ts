import { negated, pence, type Pence } from '../shared/index.ts';

/**
 * A sum in pounds as British finance systems write it: "£1,234.50", "1234.5", "(12.00)", "-12", "12.00-", "GBP 12"; in brackets or with a minus it is
 * below nothing. Undefined for anything else: commas where no thousands are, a third figure after the point, or above a million.
 */
export function readAmount(text: string): Pence | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[−–—]/g, '-').replaceAll(/[\s£]|GBP/gi, '');
  const inBrackets = /^\((.+)\)$/.exec(plain)?.[1];
  const before = /^-(.+)$/.exec(inBrackets ?? plain)?.[1];
  const after = /^(.+)-$/.exec(inBrackets ?? plain)?.[1];
  if ([inBrackets, before, after].filter((each) => each !== undefined).length > 1) return undefined;
  const sum = /^(?:(\d{1,7})|(\d{1,3}(?:,\d{3}){1,2}))(?:\.(\d{1,2}))?$/.exec(inBrackets ?? before ?? after ?? plain);
  if (sum === null) return undefined;
  const [, bare, parted, part = ''] = sum;
  const amount = pence(Number((bare ?? parted ?? '').replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0')));
  if (amount > mostPence) return undefined;
  return plain === (bare ?? parted ?? '') + (part === '' ? '' : `.${part}`) ? amount : negated(amount);
}

const mostPence = 100_000_000;
