// Reads a .bicep or .bicepparam file into plain objects: its declarations, and their expressions as small trees.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const grammar = await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
const parser = new Parser();
parser.setLanguage(grammar);

/** Reads one file. */
export function readBicep(path) {
  return parseBicep(path, readFileSync(path, 'utf8'));
}

/** Reads a text as the file of that path. */
export function parseBicep(path, text) {
  const isParameters = path.endsWith('.bicepparam');
  // The grammar has no assignment of parameters: in its place stands a variable, which is as long and reads alike.
  const root = parser.parse(isParameters ? text.replace(/^param(?=[ \t]+\w+[ \t]*=)/gm, '  var') : text).rootNode;
  const file = { path, text, isParameters, errors: [], targetScope: null, using: null, declarations: [] };
  collectErrors(root, file.errors);
  if (file.errors.length === 0) {
    let decorators = [];
    for (const node of root.namedChildren) {
      if (node.type === 'decorators') {
        decorators = node.namedChildren.map(d => expressionOf(d.namedChildren[0]));
      } else if (node.type === 'using_statement') {
        file.using = stringOf(node.namedChildren[0]);
      } else if (node.type === 'target_scope_assignment') {
        file.targetScope = stringOf(node.namedChildren[0]);
      } else if (node.type in kinds) {
        file.declarations.push(declarationOf(node, decorators, text));
        decorators = [];
      }
    }
  }

  return file;
}

/** Every expression in an expression, itself first. */
export function* walk(expression) {
  yield expression;
  for (const child of childrenOf(expression)) {
    yield* walk(child);
  }
}

/** The expressions right inside an expression. */
export function childrenOf(expression) {
  switch (expression.kind) {
    case 'object': return expression.properties.map(p => p.value);
    case 'array': return expression.items;
    case 'text': return expression.parts;
    case 'member': return [expression.object];
    case 'subscript': return [expression.object, expression.index];
    case 'call': return expression.object ? [expression.object, ...expression.arguments] : expression.arguments;
    case 'ternary': return [expression.condition, expression.consequence, expression.alternative];
    case 'binary': return [expression.left, expression.right];
    case 'unary': return [expression.argument];
    case 'lambda': return [expression.body];
    case 'for': return [expression.over, expression.body];
    case 'if': return [expression.condition, expression.body];
    default: return [];
  }
}

/** The value of an object's property, or undefined. */
export function propertyOf(object, ...names) {
  return names.reduce((found, name) => found?.kind === 'object' ? found.properties.find(p => p.name === name)?.value : undefined, object);
}

const kinds = {
  parameter_declaration: 'param',
  variable_declaration: 'var',
  resource_declaration: 'resource',
  module_declaration: 'module',
  output_declaration: 'output',
  type_declaration: 'type',
};

function collectErrors(node, errors) {
  if (node.type === 'ERROR' || node.isMissing) {
    errors.push({ line: node.startPosition.row + 1, text: node.text.slice(0, 60) });
  } else if (node.hasError) {
    node.children.forEach(child => collectErrors(child, errors));
  }
}

function declarationOf(node, decorators, text) {
  const kind = kinds[node.type];
  const line = node.startPosition.row + 1;
  const [name, ...rest] = node.namedChildren.filter(n => n.type !== 'comment');
  const declaration = { kind, name: name.text, line, decorators, comment: commentAbove(text, line) };
  if (kind === 'param' || kind === 'output') {
    declaration.type = rest[0].text;
    declaration.value = rest[1] ? expressionOf(rest[1]) : null;
  } else if (kind === 'var') {
    declaration.value = expressionOf(rest[0]);
  } else if (kind === 'type') {
    declaration.members = membersOf(rest[0]);
  } else {
    declaration.target = stringOf(rest[0]);
    declaration.isExisting = /\bexisting\b/.test(text.slice(rest[0].endIndex, rest[1].startIndex));
    Object.assign(declaration, unwrap(expressionOf(rest[1])));
  }

  return declaration;
}

// A resource's body, out of its loop and its condition.
function unwrap(expression, found = { loop: null, condition: null }) {
  switch (expression.kind) {
    case 'for': return unwrap(expression.body, { ...found, loop: expression });
    case 'if': return unwrap(expression.body, { ...found, condition: expression.condition });
    default: return { ...found, body: expression };
  }
}

// The properties of an object's type, each with whether it is described.
function membersOf(node) {
  const members = [];
  let isDescribed = false;
  for (const child of node.namedChildren) {
    if (child.type === 'decorators') {
      isDescribed = child.namedChildren.some(d => /^@(sys\.)?description\(/.test(d.text));
    } else if (child.type === 'object_property') {
      members.push({ name: child.namedChildren[0].text, type: child.namedChildren[1].text, line: child.startPosition.row + 1, isDescribed });
      isDescribed = false;
    }
  }

  return members;
}

function commentAbove(text, line) {
  const lines = text.split('\n');
  const comment = [];
  for (let above = line - 2; above >= 0 && /^\s*\/\//.test(lines[above]); above--) {
    comment.unshift(lines[above].replace(/^\s*\/\/\s*/, ''));
  }

  return comment.join(' ');
}

function stringOf(node) {
  return node.namedChildren.map(n => n.type === 'escape_sequence' ? unescape(n.text) : n.text).join('');
}

function unescape(text) {
  return { '\\n': '\n', '\\t': '\t', '\\r': '\r' }[text] ?? text.slice(1);
}

function expressionOf(node) {
  const line = node.startPosition.row + 1;
  const named = node.namedChildren.filter(n => n.type !== 'comment' && n.type !== 'diagnostic_comment');
  switch (node.type) {
    case 'string': {
      const parts = named.filter(n => n.type === 'interpolation').map(n => expressionOf(n.namedChildren[0]));
      const text = named.map(n => n.type === 'interpolation' ? '\0' : n.type === 'escape_sequence' ? unescape(n.text) : n.text).join('');
      return { kind: 'text', line, parts, value: parts.length ? null : node.text.startsWith("'''") ? node.text.slice(3, -3) : text, template: text };
    }
    case 'number': return { kind: 'number', line, value: Number(node.text) };
    case 'boolean': return { kind: 'boolean', line, value: node.text === 'true' };
    case 'null': return { kind: 'null', line };
    case 'object': return { kind: 'object', line, properties: named.filter(n => n.type === 'object_property').map(propertyFrom) };
    case 'array': return { kind: 'array', line, items: named.map(expressionOf) };
    case 'identifier': return { kind: 'name', line, name: node.text };
    case 'parenthesized_expression': return { ...expressionOf(named[0]), isParenthesized: true };
    case 'unary_expression': return { kind: 'unary', line, argument: expressionOf(named[0]) };
    case 'binary_expression': return { kind: 'binary', line, left: expressionOf(named[0]), right: expressionOf(named[1]) };
    case 'ternary_expression':
      return { kind: 'ternary', line, condition: expressionOf(named[0]), consequence: expressionOf(named[1]), alternative: expressionOf(named[2]) };
    case 'lambda_expression': return { kind: 'lambda', line, parameters: named.slice(0, -1).flatMap(namesIn), body: expressionOf(named.at(-1)) };
    case 'member_expression': return applied(expressionOf(named[0]), object => ({ kind: 'member', line, object, property: named[1].text }));
    case 'subscript_expression': return applied(expressionOf(named[0]), object => ({ kind: 'subscript', line, object, index: expressionOf(named[1]) }));
    case 'call_expression': return callFrom(node, named, line);
    case 'for_statement': return loopFrom(named, line);
    case 'if_statement': return { kind: 'if', line, condition: expressionOf(named[0]), body: expressionOf(named[1]) };
    default: throw new Error(`line ${line}: no reading of ${node.type}`);
  }
}

function propertyFrom(node) {
  const [name, value] = node.namedChildren.filter(n => n.type !== 'comment');
  const isComputed = name.type === 'string' && name.namedChildren.some(n => n.type === 'interpolation');
  return {
    name: isComputed ? null : name.type === 'string' ? stringOf(name) : name.text,
    line: node.startPosition.row + 1,
    value: expressionOf(value),
  };
}

function callFrom(node, named, line) {
  const callee = expressionOf(named[0]);
  const args = (named[1]?.namedChildren ?? []).filter(n => n.type !== 'comment').map(expressionOf);
  if (callee.kind === 'name') {
    return { kind: 'call', line, name: callee.name, object: null, arguments: args };
  }

  return applied(callee, c => ({ kind: 'call', line, name: c.property, object: c.object ?? c, arguments: args }));
}

function loopFrom(named, line) {
  const body = named.at(-1);
  const over = named.at(-2);
  return { kind: 'for', line, variables: named.slice(0, -2).flatMap(namesIn), over: expressionOf(over), body: expressionOf(body) };
}

function namesIn(node) {
  return node.namedChildren.length ? node.namedChildren.flatMap(namesIn) : [node.text];
}

// The grammar reads "a ? b : c.d" as a member of the whole, and "x => x.d" likewise: what is applied belongs to the last part.
function applied(object, apply) {
  if (!object.isParenthesized) {
    switch (object.kind) {
      case 'ternary': return { ...object, alternative: applied(object.alternative, apply) };
      case 'binary': return { ...object, right: applied(object.right, apply) };
      case 'unary': return { ...object, argument: applied(object.argument, apply) };
      case 'lambda': return { ...object, body: applied(object.body, apply) };
    }
  }

  return apply(object);
}
