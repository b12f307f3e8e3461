/** Amazon's types promise more than every request holds: read through this, each field may be missing. */
export type Gaps<Whole> = Whole extends readonly unknown[] | string | number | boolean ? Whole : { readonly [Field in keyof Whole]?: Gaps<Whole[Field]> | undefined };

export function withGaps<Whole extends object>(whole: Whole): Gaps<Whole> {
  return whole as Gaps<Whole>;
}
