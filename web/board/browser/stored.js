const nameOf = (name) => `my-care-board-${name}`;

/** What this screen remembers of itself, or null. */
export function remembered(name) {
  try {
    return JSON.parse(localStorage.getItem(nameOf(name)));
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(nameOf(name), JSON.stringify(value));
  } catch {
    // A screen that cannot remember asks for a code each time it is switched on.
  }
}

export function forget(name) {
  try {
    localStorage.removeItem(nameOf(name));
  } catch {
    // Nothing was kept.
  }
}
