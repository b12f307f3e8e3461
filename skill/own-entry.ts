/** What a table of ours holds under a name; never what every JavaScript object answers to, such as "constructor". */
export function ownEntry<Value>(table: Readonly<Record<string, Value>>, name: string | undefined): Value | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
