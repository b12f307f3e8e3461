import type { DirectoryReport, RecordTold } from '../../web/console/directory-report-port.ts';

/** What became of one record: none is passed over in silence. */
export interface RecordReport {
  /** Its id, or its place in the file when it has none: "record 12". */
  readonly id: string;
  readonly name?: string;
  readonly source: string;
  /** `kept`: it could not be read in full this time, and stays as it was. */
  readonly outcome: 'used' | 'used-with-doubts' | 'refused' | 'kept';
  /** What was odd in it and what we made of that. */
  readonly doubts: readonly string[];
  /** Why it was refused, or kept as it was. */
  readonly reason?: string;
}

/** The report for whoever loads a directory: a line for each doubtful or refused record, then the sums. */
export function reportLines(reports: readonly RecordReport[]): readonly string[] {
  const count = (outcome: RecordReport['outcome']) => reports.filter((report) => report.outcome === outcome).length;
  const told = reports.filter(({ outcome }) => outcome !== 'used').map((report) => `${label(report)}: ${report.reason ?? report.doubts.join('; ')}`);
  return [
    ...told,
    `${reports.length} ${reports.length === 1 ? 'record' : 'records'} read: ${count('used')} used, ${count('used-with-doubts')} used with doubts, ${count('kept') === 0 ? '' : `${count('kept')} kept as they were, `}${count('refused')} refused.`,
  ];
}

/** The same for the console: the sums, and every record that was not simply used, refused ones first. */
export function recordsTold(reports: readonly RecordReport[]): Pick<DirectoryReport, 'counts' | 'records'> {
  const of = (outcome: RecordReport['outcome']) => reports.filter((report) => report.outcome === outcome);
  const told = (['refused', 'kept', 'used-with-doubts'] as const).flatMap((outcome) => of(outcome).map(({ id, name, reason, doubts }): RecordTold => ({ id, outcome, words: reason ?? doubts.join('; '), ...(name !== undefined && { name }) })));
  return { counts: { used: of('used').length, doubtful: of('used-with-doubts').length, kept: of('kept').length, refused: of('refused').length }, records: told };
}

function label({ outcome, id, name, source }: RecordReport): string {
  return `${outcomeWords[outcome]}  ${name === undefined ? id : `${name} (${id})`}${id === source ? '' : ` from ${source}`}`;
}

const outcomeWords: Readonly<Record<RecordReport['outcome'], string>> = { used: 'Used', 'used-with-doubts': 'Used with doubts', refused: 'Refused', kept: 'Kept as it was' };
