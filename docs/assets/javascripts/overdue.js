/** Marks figures whose next check is past. The built page cannot know: it does not see the day it is read on. */

/**
 * @param {string | undefined} due ISO date
 * @param {Date} today in the reader's own time zone
 * @returns {boolean}
 */
export function isPast(due, today) {
  if (!due || !/^\d{4}-\d{2}-\d{2}$/.test(due)) return false;
  const [month, day] = [today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, "0"));
  return due < `${today.getFullYear()}-${month}-${day}`;
}

/**
 * @param {ParentNode} root
 * @param {Date} [today]
 */
export function markOverdue(root, today = new Date()) {
  for (const figure of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-due]"))) {
    const mark = /** @type {HTMLElement | null} */ (figure.querySelector(".overdue-mark"));
    if (mark) mark.hidden = !isPast(figure.dataset.due, today);
  }
}
