/**
 * Makes the drawn screen work with a finger, a keyboard and a remote control: arrows move along the list, OK chooses.
 * @param {HTMLElement} face
 * @param {(id: string) => void} choose
 */
export function watchScreen(face, choose) {
  const items = () => [...face.querySelectorAll('.item')];

  const move = (by) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    all[at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  };

  face.addEventListener('click', (event) => {
    const item = event.target.closest('.item');
    const key = event.target.closest('[data-key]')?.dataset.key;
    if (item) {
      event.preventDefault();
      choose(item.value);
    } else if (key === 'ok') items().find((each) => each === document.activeElement)?.click();
    else if (key) move(key === 'up' ? -1 : 1);
  });
  face.addEventListener('mousedown', (event) => {
    if (event.target.closest('[data-key]')) event.preventDefault();
  });
  face.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  });
}
