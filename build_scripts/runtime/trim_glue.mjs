/**
 * Pyodide's script without what our WebAssembly cannot reach: reads a JSON object {script, other, imports,
 * addresses} and writes the shorter script.
 *
 * The script offers everything that emscripten's libraries have (graphics, sound, …) to machine code loaded later; ours
 * loads none. `imports` are the names that the WebAssembly imports: only those stay on offer. `addresses` are
 * names whose address it takes: for graphics, one function that says so stands in for all. Then functions and constants
 * go that no statement mentions. Nothing is renamed, and a name mentioned anywhere, in any scope, keeps what bears it.
 */
import { readFileSync } from "node:fs";
import { parse } from "acorn";

const GRAPHICS = /^(emscripten_)?gl[A-Z]/;
const STAND_IN = "graphicsAreNotPartOfThisPython";
const STAND_IN_SOURCE = `function ${STAND_IN}(){throw new Error("${STAND_IN}")}${STAND_IN}.sig="v";`;
const OFFERS = "wasmImports";

/** @typedef {any} Node */
/** @typedef {{start: number, end: number, names: string[], mentions: Set<string>}} Unit */

/** @param {Node} node @param {(node: Node, parent: Node | null) => void} visit @param {Node | null} parent */
function walk(node, visit, parent = null) {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === "string") {
        walk(child, visit, node);
      }
    }
  }
}

/** Names that stand for a variable somewhere in `node`. @param {Node} node */
function mentionsIn(node) {
  /** @type {Set<string>} */
  const found = new Set();
  walk(node, (one, parent) => {
    const isKey =
      (parent?.type === "MemberExpression" && parent.property === one && !parent.computed) ||
      (parent?.type === "Property" && parent.key === one && !parent.computed && !parent.shorthand);
    if (one.type === "Identifier" && !isKey) {
      found.add(one.name);
    }
  });
  return found;
}

/** Whether making this value does nothing but make it. @param {Node | null} node @returns {boolean} */
function isInert(node) {
  switch (node?.type) {
    case undefined:
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "Identifier":
    case "Literal":
      return true;
    case "UnaryExpression":
      return node.operator !== "delete" && isInert(node.argument);
    case "ArrayExpression":
      return node.elements.every(isInert);
    case "ObjectExpression":
      return node.properties.every((/** @type {Node} */ one) => one.type === "Property" && !one.computed && isInert(one.value));
    default:
      return false;
  }
}

/** The variable whose property a statement like `_f.sig="vi"` sets, if that is all it does. @param {Node} statement */
function propertyOwner({ type, expression }) {
  const plain = type === "ExpressionStatement" && expression.type === "AssignmentExpression" && isInert(expression.right);
  return plain && expression.left.type === "MemberExpression" && expression.left.object.type === "Identifier"
    ? expression.left.object.name
    : null;
}

/**
 * What a statement like `Module["name"]=value` sets, if that is all it does. @param {Node} statement
 * @returns {string | null}
 */
function moduleProperty({ type, expression }) {
  const plain = type === "ExpressionStatement" && expression.type === "AssignmentExpression" && isInert(expression.right);
  const left = plain ? expression.left : null;
  return left?.type === "MemberExpression" && left.object.name === "Module" && left.property.type === "Literal"
    ? left.property.value
    : null;
}

/** Every name of a property and every text in these statements. @param {Node[]} statements */
function propertiesIn(statements) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const statement of statements) {
    walk(statement, (one, parent) => {
      const isKey = one === parent?.property || one === parent?.key;
      if (one.type === "Literal" && typeof one.value === "string") {
        found.add(one.value);
      } else if (one.type === "Identifier" && isKey) {
        found.add(one.name);
      }
    });
  }
  return found;
}

/** The block of the module itself: of all blocks, the one with the most statements. @param {Node} program */
function moduleBlock(program) {
  /** @type {Node} */
  let largest = { body: [] };
  walk(program, (node) => {
    if (node.type === "BlockStatement" && node.body.length > largest.body.length) {
      largest = node;
    }
  });
  return largest;
}

/**
 * What may go, and what cannot: its names are mentioned outright.
 * @param {Node[]} statements
 * @param {Set<string>} elsewhere  words of other scripts
 */
function sorted(statements, elsewhere) {
  const properties = propertiesIn(statements.filter((one) => !moduleProperty(one) && !offersOf(one)));
  /** @type {Unit[]} */
  const units = [];
  /** @type {Set<string>} */
  const roots = new Set();
  for (const statement of statements) {
    const { type, start, end } = statement;
    if (offersOf(statement)) {
      continue;
    }
    const property = moduleProperty(statement);
    if (property && !properties.has(property) && !elsewhere.has(property)) {
      units.push({ start, end, names: [], mentions: new Set() });
      continue;
    }
    const owner = propertyOwner(statement);
    if (type === "FunctionDeclaration") {
      units.push({ start, end, names: [statement.id.name], mentions: mentionsIn(statement) });
    } else if (owner && owner !== "Module") {
      units.push({ start, end, names: [owner], mentions: mentionsIn(statement) });
    } else if (type === "VariableDeclaration" && statement.declarations.every(isInertDeclaration)) {
      const names = statement.declarations.map((/** @type {Node} */ one) => one.id.name);
      units.push({ start, end, names, mentions: mentionsIn(statement) });
    } else {
      mentionsIn(statement).forEach((name) => roots.add(name));
    }
  }
  return { units, roots };
}

/** @param {Node} one */
function isInertDeclaration(one) {
  return one.id.type === "Identifier" && one.init && isInert(one.init);
}

/** The object of everything on offer, if this statement declares it. @param {Node} statement @returns {Node | null} */
function offersOf(statement) {
  const one = statement.type === "VariableDeclaration" ? statement.declarations[0] : null;
  return one?.id.name === OFFERS && one.init?.type === "ObjectExpression" ? one.init : null;
}

/** @param {{script: string, other: string, imports: string[], addresses: string[]}} given */
function trimmed({ script, other, imports, addresses }) {
  const { body } = moduleBlock(parse(script, { ecmaVersion: "latest", sourceType: "script" }));
  const declaration = body.find(offersOf);
  if (!declaration) {
    throw new Error(`Pyodide's script no longer has an object ${OFFERS}`);
  }
  const wanted = new Set([...imports, ...addresses]);
  for (const [, name] of script.matchAll(/wasmImports(?:\.|\[")([\w$]+)/g)) {
    wanted.add(String(name));
  }
  /** @type {string[]} */
  const offers = [];
  const { units, roots } = sorted(body, new Set(other.match(/[\w$]+/g)));
  for (const property of /** @type {Node} */ (offersOf(declaration)).properties) {
    const name = property.key.name ?? property.key.value;
    if (GRAPHICS.test(name) && addresses.includes(name) && !imports.includes(name)) {
      offers.push(`${name}:${STAND_IN}`);
    } else if (wanted.has(name)) {
      offers.push(script.slice(property.start, property.end));
      mentionsIn(property.value).forEach((one) => roots.add(one));
    }
  }
  const kept = reached(units, roots);
  const edits = units.filter((unit) => !kept.has(unit)).map(({ start, end }) => ({ start, end, text: "" }));
  edits.push({
    start: declaration.start,
    end: declaration.end,
    text: `${STAND_IN_SOURCE}var ${OFFERS}={${offers.join(",")}};`,
  });
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: other }) => text.slice(0, start) + other + text.slice(end), script);
}

/** @param {Unit[]} units @param {Set<string>} roots */
function reached(units, roots) {
  /** @type {Set<Unit>} */
  const kept = new Set();
  const names = new Set(roots);
  for (let before = -1; before !== kept.size; ) {
    before = kept.size;
    for (const unit of units) {
      if (!kept.has(unit) && unit.names.some((name) => names.has(name))) {
        kept.add(unit);
        unit.mentions.forEach((name) => names.add(name));
      }
    }
  }
  return kept;
}

process.stdout.write(trimmed(JSON.parse(readFileSync(0, "utf8"))));
