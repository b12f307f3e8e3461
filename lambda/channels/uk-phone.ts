/** A phone number as Notify takes it, `+447700900123`; undefined for what is none. Spaces, brackets and a leading 0, 44 or 0044 are as people write them. */
export function ukPhone(written: string): string | undefined {
  const digits = written.replaceAll(/[\s().-]/g, '').replace(/^00/, '+');
  if (/^\+\d{8,15}$/.test(digits)) return digits;
  if (/^0[1-9]\d{8,9}$/.test(digits)) return `+44${digits.slice(1)}`;
  return /^44\d{9,10}$/.test(digits) ? `+${digits}` : undefined;
}
