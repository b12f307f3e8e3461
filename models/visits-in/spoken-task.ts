/** What a visit is for as it is spoken in the middle of a sentence: "Personal care" begins small, "GP appointment" keeps its capitals. At most 80 letters. */
export function spokenTask(text: string): string {
  const task = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim().slice(0, 80).trim();
  return /^\p{Lu}\p{Ll}/u.test(task) ? `${task.charAt(0).toLowerCase()}${task.slice(1)}` : task;
}
