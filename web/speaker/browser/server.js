const slow = 'That took too long, and I am not sure it went through. Please wait a moment and ask again.';
const away = 'I cannot reach My Care just now, and I am not sure that went through. Check the connection and ask again.';

/** Sends one turn and gives the answer, or `{ problem }` in words for the person. */
export async function send(address, turn) {
  return answerOf(() => fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(turn), signal: AbortSignal.timeout(15_000) }));
}

/** What others have been told, ready to be shown, or `{ problem }`. */
export async function elsewhereFor(personId) {
  return answerOf(() => fetch(`/speaker/elsewhere?${new URLSearchParams({ person: personId })}`, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(15_000) }));
}

async function answerOf(call) {
  try {
    const response = await call();
    const body = await response.json();
    return response.ok ? body : { problem: body.message ?? away };
  } catch (error) {
    return { problem: error.name === 'TimeoutError' ? slow : away };
  }
}
