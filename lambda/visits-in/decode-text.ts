/** The text of a file as spreadsheets and rostering systems write it: UTF-8, UTF-16 with its mark, or else Windows-1252. Undefined where it is not text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const beginning = bytes.subarray(0, looksAt);
  // A zip file (a spreadsheet as it is saved), or what is full of zeros, is no text; a stray zero is somebody's slip.
  if ((first === 0x50 && second === 0x4b && bytes[2] === 3) || beginning.filter((byte) => byte === 0).length > beginning.length / 50) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const looksAt = 4_096;
