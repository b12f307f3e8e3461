const deepest = 64;
const poison = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON in which nothing can be hidden: valid UTF-8, no name given twice in one object, no name that could change how
 * objects work, at most 64 levels deep. Undefined for anything else.
 */
export function parseStrictly(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return hasHonestNames(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Looks at every name of every object. The text is known to be JSON, so only strings and brackets matter. */
function hasHonestNames(text: string): boolean {
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;
  const open: (Set<string> | undefined)[] = [];
  for (const found of text.matchAll(token)) {
    const [piece] = found;
    if (piece === '{') open.push(new Set());
    else if (piece === '[') open.push(undefined);
    else if (piece === '}' || piece === ']') open.pop();
    else if (found[1] !== undefined && !isNew(piece.slice(0, -found[1].length), open.at(-1))) return false;
    if (open.length > deepest) return false;
  }
  return true;
}

/** Names are compared as they are read, not as they are written: `"a"` and `"\u0061"` are one. */
function isNew(quoted: string, names: Set<string> | undefined): boolean {
  const name = JSON.parse(quoted) as string;
  if (names === undefined || names.has(name) || poison.has(name)) return false;
  names.add(name);
  return true;
}
