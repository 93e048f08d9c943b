// Compares what is written in a Bicep file with what a schema says of it. What is computed is taken on trust.

/** An expression as it stands, out of a loop around it. */
export const withoutLoopsOf = expression => expression?.kind === 'for' ? withoutLoopsOf(expression.body) : expression;

/**
 * What is wrong with the literal parts of an expression.
 * @param expression The expression.
 * @param expected What the schema says: type, values, properties, items.
 * @param isPart Whether properties that are required may be missing, as in a reference to what exists.
 */
export function* literalFaults(expression, expected, isPart = false) {
  if (expected.type === 'any') {
    return;
  }

  switch (expression.kind) {
    case 'ternary':
      yield* literalFaults(expression.consequence, expected, isPart);
      yield* literalFaults(expression.alternative, expected, isPart);
      break;
    case 'call':
      if (expression.name === 'union') {
        for (const argument of expression.arguments) {
          yield* literalFaults(argument, expected, true);
        }
      }

      break;
    case 'for':
      yield* expected.type === 'array' ? literalFaults(expression.body, expected.items, isPart) : [of(expression, `a list, and not ${expected.type}`)];
      break;
    case 'object':
      yield* expected.type === 'object' ? objectFaults(expression, expected, isPart) : [of(expression, `an object, and not ${expected.type}`)];
      break;
    case 'array':
      if (expected.type !== 'array') {
        yield of(expression, `a list, and not ${expected.type}`);
      } else {
        for (const item of expression.items) {
          yield* literalFaults(item, expected.items);
        }
      }

      break;
    case 'text':
      yield* textFaults(expression, expected);
      break;
    case 'number':
      yield* expected.type === 'int' ? rangeFaults(expression, expected) : [of(expression, `a number, and not ${expected.type}`)];
      break;
    case 'boolean':
      if (expected.type !== 'bool') {
        yield of(expression, `true or false, and not ${expected.type}`);
      }

      break;
  }
}

const of = (expression, message) => ({ line: expression.line, message });

function* objectFaults(object, expected, isPart) {
  for (const property of object.properties) {
    const known = property.name === null ? expected.others : expected.properties?.[property.name] ?? expected.others;
    if (!known) {
      yield { line: property.line, message: `${property.name} is not in schema.json: look it up in the published types` };
    } else if (known.readOnly) {
      yield { line: property.line, message: `${property.name} is read-only` };
    } else {
      for (const fault of literalFaults(property.value, known)) {
        yield { line: fault.line, message: `${property.name}: ${fault.message}` };
      }
    }
  }

  for (const [name, known] of Object.entries(expected.properties ?? {})) {
    if (known.required && !known.readOnly && !isPart && !object.properties.some(p => p.name === name)) {
      yield of(object, `${name} is missing`);
    }
  }
}

function* textFaults(text, expected) {
  if (expected.type !== 'string') {
    yield of(text, `a text, and not ${expected.type}`);
  } else if (text.value !== null && expected.values && !expected.values.includes(text.value)) {
    yield of(text, `'${text.value}' is none of ${expected.values.join(', ')}`);
  } else if (text.value !== null && (text.value.length < (expected.minLength ?? 0) || text.value.length > (expected.maxLength ?? Infinity))) {
    yield of(text, `'${text.value}' is not of ${expected.minLength ?? 0} to ${expected.maxLength ?? 'any number of'} characters`);
  }
}

function* rangeFaults(number, expected) {
  if (expected.values ? !expected.values.includes(number.value) : number.value < (expected.min ?? -Infinity) || number.value > (expected.max ?? Infinity)) {
    yield of(number, `${number.value} is not among what is allowed`);
  }
}
