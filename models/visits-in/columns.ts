/** What a row of a CSV file may say of a visit. */
export const columnFields = ['ref', 'client', 'date', 'start', 'end', 'endDate', 'minutes', 'worker', 'workerName', 'task', 'status', 'arrived', 'left', 'cancelledBy', 'cancelReason', 'group', 'timeCritical'] as const;
export type ColumnField = (typeof columnFields)[number];

/** Which column, by its heading, says what. */
export type Columns = Partial<Readonly<Record<ColumnField, string>>>;

/** As Access Care Planning's help names what it hands on (article 12008687). */
const accessColumns: Columns = { ref: 'Visit ID', client: 'Customer ID', date: 'Visits Date', start: 'Visit Start Time', end: 'Visit End Time', worker: 'Employee ID', group: 'Workplan ID' };

/** As CareLineLive's bookings report has it. */
const careLineLiveColumns: Columns = {
  ref: 'Booking ref', client: 'Client ref', start: 'Planned start', end: 'Planned end', workerName: 'Carer', task: 'Booking type', status: 'Status', arrived: 'Arrived', left: 'Departed', cancelledBy: 'Cancelled by', cancelReason: 'Cancel reason',
};

/** Ready mappings, the fullest first. */
const readyColumns: readonly Columns[] = [careLineLiveColumns, accessColumns];

/** The mapping for a file with these headings: the source's own where it fits, else a ready one that does; undefined when staff have to say. */
export function columnsFor(headings: readonly string[], own: Columns | undefined): Columns | undefined {
  return [...(own === undefined ? [] : [own]), ...readyColumns].find((columns) => missingColumns(columns, headings).length === 0);
}

/** Headings of a mapping that a file does not have. */
function missingColumns(columns: Columns, headings: readonly string[]): readonly string[] {
  const there = new Set(headings.map(plainHeading));
  return Object.values(columns).filter((heading) => !there.has(plainHeading(heading)));
}

export type ColumnsFault = 'no-ref' | 'no-client' | 'no-start' | 'no-end';
export const howToMendColumns: Readonly<Record<ColumnsFault, string>> = {
  'no-ref': 'Choose the column with the system’s own number of the visit. Without it a visit that moves cannot be told from a new one',
  'no-client': 'Choose the column that says whom the visit is for',
  'no-start': 'Choose the column with the time it starts',
  'no-end': 'Choose the column with the time it ends, or with how many minutes it takes',
};

/** What a mapping lacks. */
export function faultsOfColumns({ ref, client, start, end, minutes }: Columns): readonly ColumnsFault[] {
  return [
    ...(ref === undefined ? ['no-ref' as const] : []), ...(client === undefined ? ['no-client' as const] : []), ...(start === undefined ? ['no-start' as const] : []),
    ...(end === undefined && minutes === undefined ? ['no-end' as const] : []),
  ];
}

/** What each column of an unknown file may well be, by its heading: for staff to look at, never taken by itself. */
export function likelyColumns(headings: readonly string[]): Columns {
  const found: Partial<Record<ColumnField, string>> = {};
  const taken = new Set<string>();
  for (const field of columnFields) {
    const heading = likely[field].map((words) => headings.find((each) => plainHeading(each) === plainHeading(words) && !taken.has(each))).find((each) => each !== undefined);
    if (heading === undefined) continue;
    found[field] = heading;
    taken.add(heading);
  }
  return found;
}

/** Headings are the same whatever their capitals, spaces and marks. */
export function plainHeading(heading: string): string {
  return heading.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

const likely: Readonly<Record<ColumnField, readonly string[]>> = {
  ref: ['Visit ID', 'Booking ref', 'Booking ID', 'Visit ref', 'Visit number', 'Call ID', 'Call ref', 'Appointment ID', 'Event ID', 'Shift ID', 'Schedule ID', 'ID'],
  client: ['Client ref', 'Client ID', 'Customer ID', 'Customer ref', 'Service user ID', 'Service user ref', 'Client number', 'Council number', 'Social care ID', 'Local authority ID', 'Person ID', 'Resident ID', 'External ID'],
  date: ['Visits Date', 'Visit date', 'Date', 'Start date', 'Planned date', 'Call date', 'Booking date'],
  start: ['Planned start', 'Visit start time', 'Start time', 'Start', 'Scheduled start', 'Planned start time', 'Rostered start', 'From', 'Time in (planned)'],
  end: ['Planned end', 'Visit end time', 'End time', 'End', 'Finish', 'Finish time', 'Scheduled end', 'Planned end time', 'Rostered end', 'To'],
  endDate: ['End date', 'Finish date'],
  minutes: ['Duration', 'Duration (minutes)', 'Minutes', 'Planned duration', 'Length'],
  worker: ['Employee ID', 'Carer ID', 'Care worker ID', 'Staff ID', 'Worker ID', 'Carer ref'],
  workerName: ['Carer', 'Care worker', 'Carer name', 'Employee', 'Employee name', 'Staff', 'Staff name', 'Worker', 'Care giver', 'Caregiver', 'Allocated to'],
  task: ['Booking type', 'Visit type', 'Call type', 'Service type', 'Service', 'Type'],
  status: ['Status', 'Visit status', 'Booking status', 'Call status'],
  arrived: ['Arrived', 'Actual start', 'Actual start time', 'Check in', 'Checked in', 'Logged in', 'Clock in', 'Time in'],
  left: ['Departed', 'Left', 'Actual end', 'Actual end time', 'Check out', 'Checked out', 'Logged out', 'Clock out', 'Time out'],
  cancelledBy: ['Cancelled by'],
  cancelReason: ['Cancel reason', 'Cancellation reason', 'Reason'],
  group: ['Workplan ID', 'Double up ID', 'Group ID', 'Linked visit'],
  timeCritical: ['Time critical', 'Time specific', 'Critical'],
};
