/** A need people name: the ids that the language model's NEED slot gives, and what we sort the directory by. */
export interface Category {
  readonly id: string;
  /** As it is spoken: "social club". */
  readonly spoken: string;
  /** Words and phrases, of directories and of people, that mean it. */
  readonly phrases: readonly string[];
  /** What people say and mean it by, that in a directory's text means too much else: "company", "carer". */
  readonly alsoSaid?: readonly string[];
  /** Wider needs that it serves as well: bingo is a social club. */
  readonly kindOf?: readonly string[];
  /** What to offer when there is none of it. */
  readonly near?: readonly string[];
}
