// The time as My Care has it. A television's own clock may be hours out, and nobody is to miss an alert or read a wrong hour for that.
let ahead = 0;

/** Now, by our clock; by the television's until ours has been heard. */
export function ourNow() {
  return new Date(Date.now() + ahead);
}

/** What was just said holds as of then. A message that lay waiting sets us back by as long: an alert is then shown rather than dropped. */
export function setOurTime(asOf) {
  ahead = new Date(asOf).getTime() - Date.now();
}
