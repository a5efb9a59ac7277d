/**
 * A form as raw texts, and raw texts back into a form. Nothing is parsed here: "1.5k", "12 %" and "5 to 20"
 * are Python's to read.
 */

/** @import { Values } from "./protocol.js" */
/** @typedef {HTMLInputElement | HTMLSelectElement} Control */
/** @typedef {HTMLInputElement & { type: "radio" | "checkbox" }} Tick */
/** @typedef {{ readonly elements: ArrayLike<any> }} FormLike */

const FIGURE = "figure:";
/** How results are shown; the same in every calculator. */
export const SETTINGS = /** @type {const} */ (["currency", "exchange", "locale"]);
/** Fields that every calculator has beside its own inputs: the day, the target, what may change for it, the settings. */
export const BESIDE = /** @type {const} */ (["on", "target", "solve", ...SETTINGS]);
const NO_FIELDS = new Set(["button", "submit", "reset", "fieldset", "output"]);

/**
 * @param {FormLike} form
 * @returns {Control[]}
 */
function controlsOf(form) {
  return Array.from(form.elements).filter((control) => control.name && !NO_FIELDS.has(control.type));
}

/**
 * An empty field says "I do not know", so it is left out and Python uses its figure's range.
 * A box without its tick does say something: "no".
 * @param {FormLike} form
 * @returns {Values}
 */
export function readForm(form) {
  const texts = controlsOf(form).flatMap((control) => {
    const text = textOf(control);
    return text.trim() === "" ? [] : [/** @type {[string, string]} */ ([control.name, text])];
  });
  const isFigure = (/** @type {[string, string]} */ [name]) => name.startsWith(FIGURE);
  const isInput = (/** @type {[string, string]} */ [name]) => !name.startsWith(FIGURE) && !isBeside(name);
  const inputs = Object.fromEntries(texts.filter(isInput));
  const figures = Object.fromEntries(texts.filter(isFigure).map(([name, text]) => [name.slice(FIGURE.length), text]));
  return { inputs, figures, ...besideOf(Object.fromEntries(texts)) };
}

/** @param {string} name */
function isBeside(name) {
  return BESIDE.some((beside) => beside === name);
}

/**
 * @param {Omit<Values, "inputs" | "figures">} values
 * @returns {Omit<Values, "inputs" | "figures">} what stands beside the inputs, as far as it holds something
 */
export function besideOf(values) {
  return Object.fromEntries(BESIDE.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}

/** Whether something beside the inputs changes what is shown. @param {Omit<Values, "inputs" | "figures">} values */
export function changesResult({ on, target, currency, locale }) {
  return Boolean(on ?? target ?? currency ?? locale);
}

/**
 * Makes the form say exactly this: what is not named becomes empty, or its default where it cannot be empty.
 * @param {FormLike} form
 * @param {Values} values
 * @returns {string[]} names that the form does not have, or choices that it does not offer
 */
export function fillForm(form, values) {
  const figures = Object.entries(values.figures).map(([key, text]) => [FIGURE + key, text]);
  const others = { ...values.inputs, ...besideOf(values) };
  const texts = new Map(/** @type {[string, string][]} */ ([...Object.entries(others), ...figures]));
  const controls = controlsOf(form);
  const unused = new Set(texts.keys());
  for (const control of controls) {
    const text = texts.get(control.name);
    const offered = text !== undefined && offers(controls, control, text);
    setText(control, offered ? text : undefined);
    // A field for a day takes no day that there is not, such as the thirtieth of February.
    if (offered && (control.type !== "date" || control.value === text)) unused.delete(control.name);
  }
  return [...unused].map((name) => name.replace(FIGURE, ""));
}

/**
 * The fields that other calculators have too: shared inputs, and the settings.
 * @param {FormLike} form
 * @returns {Control[]}
 */
export function sharedControls(form) {
  return controlsOf(form).filter((control) => control.closest?.("[data-shared], [data-setting]"));
}

/**
 * True where somebody typed before this script ran, or the browser restored what they had typed.
 * @param {FormLike} form
 * @returns {boolean}
 */
export function differsFromDefaults(form) {
  return controlsOf(form).some(isOwn);
}

/** The same, of what is calculated with. @param {FormLike} form */
export function hasOwnNumbers(form) {
  return controlsOf(form).some((control) => !isBeside(control.name) && isOwn(control));
}

/**
 * @param {Control} control
 * @returns {boolean} whether it holds something else than the page came with
 */
export function isOwn(control) {
  if (isTick(control)) return control.checked !== control.defaultChecked;
  if ("options" in control) return control.value !== defaultChoice(control);
  return control.value !== control.defaultValue;
}

/** @param {Control} control @returns {control is Tick} */
function isTick(control) {
  return control.type === "radio" || control.type === "checkbox";
}

/** @param {Control} control */
function textOf(control) {
  if (!isTick(control)) return control.value;
  if (control.type === "checkbox") return control.checked ? "yes" : "no";
  return control.checked ? control.value : "";
}

/** @param {Control} control @param {string | undefined} text */
function setText(control, text) {
  if (isTick(control)) {
    const ticked = control.type === "checkbox" ? "yes" : control.value;
    control.checked = text === undefined ? control.defaultChecked : text === ticked;
  } else if ("options" in control) {
    control.value = text ?? (hasOption(control, "") ? "" : defaultChoice(control));
  } else {
    control.value = text ?? "";
  }
}

/** @param {Control[]} controls @param {Control} control @param {string} text */
function offers(controls, control, text) {
  if (control.type === "checkbox") return text === "yes" || text === "no";
  if (isTick(control)) return controls.some(({ name, value }) => name === control.name && value === text);
  return !("options" in control) || hasOption(control, text);
}

/** @param {HTMLSelectElement} select @param {string} text */
function hasOption(select, text) {
  return Array.from(select.options).some(({ value }) => value === text);
}

/** @param {HTMLSelectElement} select */
function defaultChoice(select) {
  const options = Array.from(select.options);
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? "";
}
