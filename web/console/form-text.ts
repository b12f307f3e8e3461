/** What was typed into one field, without the spaces around it; empty when it was not there. */
export function textIn(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
