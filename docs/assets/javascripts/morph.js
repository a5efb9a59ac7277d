/**
 * Turns the children of one node into those of another by changing only what differs. What stays in place keeps
 * what markup does not hold: focus, selection, scroll position, and a <details> the reader opened.
 */

/**
 * @param {Node} target in the page
 * @param {Node} wanted not in the page; taken apart
 */
export function morphChildren(target, wanted) {
  let current = target.firstChild;
  for (const child of [...wanted.childNodes]) {
    // Blank text between elements differs from template to template; it must not put the elements out of step.
    while (current && child instanceof Element && !(current instanceof Element)) current = removeAndGoOn(current);
    const match = findMatch(current, child);
    if (!match) {
      target.insertBefore(child, current);
      continue;
    }
    if (match !== current) target.insertBefore(match, current);
    morphNode(match, child);
    current = match.nextSibling;
  }
  while (current) current = removeAndGoOn(current);
}

/** @param {ChildNode} node */
function removeAndGoOn(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/**
 * The node at this place if it is of the same kind; else a later sibling of it, where a part before it has gone.
 * @param {ChildNode | null} current
 * @param {Node} wanted
 */
function findMatch(current, wanted) {
  const kind = kindOf(wanted);
  if (!(wanted instanceof Element)) return current && kindOf(current) === kind ? current : null;
  let match = current;
  while (match && kindOf(match) !== kind) match = match.nextSibling;
  return match;
}

/**
 * Two nodes of one kind are the same part of a result, with other numbers. Later classes tell a state ("is-yours").
 * @param {Node} node
 */
function kindOf(node) {
  return node instanceof Element ? `${node.nodeName}#${node.id}.${node.classList[0] ?? ""}` : node.nodeName;
}

/** @param {Node} node @param {Node} wanted */
function morphNode(node, wanted) {
  if (node instanceof Element && wanted instanceof Element) {
    // Filled by the page itself, not by Python: what was put into it stays.
    if (node.hasAttribute("data-keep")) return;
    morphAttributes(node, wanted);
    morphChildren(node, wanted);
  } else if (node.nodeValue !== wanted.nodeValue) {
    node.nodeValue = wanted.nodeValue;
  }
}

/** @param {Element} element @param {Element} wanted */
function morphAttributes(element, wanted) {
  const isReaders = (/** @type {string} */ name) => name === "open" && element instanceof HTMLDetailsElement;
  for (const name of element.getAttributeNames()) {
    if (!wanted.hasAttribute(name) && !isReaders(name)) element.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (element.getAttribute(name) !== value && !isReaders(name)) element.setAttribute(name, value);
  }
}
