import { compile } from 'html-to-text';

/** Text without HTML, entities or marks no voice can say: one line for each paragraph, single spaces. */
export function plainText(text: string): string {
  const converted = hasHtml(text) ? convert(text) : text;
  return converted.replaceAll(/[[\p{Cc}\p{Cf}]--[\n\t]]/gv, '').replaceAll(/[^\S\n]+/g, ' ').replaceAll(/ ?\n[\n ]*/g, '\n').trim();
}

export function hasHtml(text: string): boolean {
  return /<\/?[a-z!][^<>]*>|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});/i.test(text);
}

const heading = { options: { uppercase: false } };
const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: 500_000 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: ' ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...heading })),
  ],
});
