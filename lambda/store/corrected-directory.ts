import { correctDirectory, type Correction, type Directory } from '../../models/service/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import type { CorrectionStore } from './correction-rows.ts';

export interface CorrectedDirectory {
  /** The directory as it was read in. */
  readonly recorded: (council: CouncilId) => Promise<Directory>;
  readonly corrections: Pick<CorrectionStore, 'of'>;
  /** Told when the corrections could not be read; the last ones known go on. */
  readonly fault: (cause: unknown) => void;
}

/** A council's directory with its corrections laid over it, made anew only when one or the other has changed. */
export function correctedDirectory({ recorded, corrections, fault }: CorrectedDirectory): (council: CouncilId) => Promise<Directory> {
  const made = new Map<CouncilId, Made>();
  return async (council) => {
    const last = made.get(council);
    const [directory, said] = await Promise.all([recorded(council), corrections.of(council).catch((cause: unknown) => {
      // Without ever having read them nobody knows what was withdrawn: that is for the caller to hear.
      if (last === undefined) throw cause;
      fault(cause);
      return last.corrections;
    })]);
    if (last?.recorded === directory && last.corrections === said) return last.corrected;
    const corrected = correctDirectory(directory, said);
    made.set(council, { recorded: directory, corrections: said, corrected });
    return corrected;
  };
}

interface Made { readonly recorded: Directory; readonly corrections: readonly Correction[]; readonly corrected: Directory }
