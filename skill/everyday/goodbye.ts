import { tell, type Answer } from '../answer.ts';

export function stop(): Answer {
  return { ...tell('Goodbye for now.'), isGoodbye: true };
}

/** Leaves whatever was being asked, and does none of it. */
export function cancel(): Answer {
  return { ...tell('I’ve left it as it is.'), isGoodbye: true };
}

export function thankYou(): Answer {
  return { ...tell('You’re welcome.'), isGoodbye: true };
}
