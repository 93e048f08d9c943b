// What must hold of the Bicep files. A rule takes a project (see project.js) and yields what it finds: file, line, and what is wrong there.
import { childrenOf, propertyOf, walk } from './bicep.js';
import { literalFaults, withoutLoopsOf } from './facts.js';

/** The rules by name. */
export const rules = {
  *'reads by the grammar'({ files }) {
    for (const file of files) {
      for (const error of file.errors) {
        yield at(file, error.line, `can't be read: ${error.text}`);
      }
    }
  },

  *'every parameter, output and type member is described'({ files }) {
    for (const file of files.filter(f => !f.isParameters)) {
      for (const declared of file.declarations) {
        if ((declared.kind === 'param' || declared.kind === 'output') && !decoratorOf(declared, 'description')?.arguments[0]?.value) {
          yield at(file, declared.line, `${declared.kind} ${declared.name} has no description`);
        }

        for (const member of declared.members ?? []) {
          if (!member.isDescribed) {
            yield at(file, member.line, `${declared.name}.${member.name} has no description`);
          }
        }
      }
    }
  },

  *'every name is declared once, and used'({ files }) {
    for (const file of files.filter(f => !f.isParameters)) {
      const names = new Set();
      for (const { name, kind, line } of file.declarations.filter(d => d.kind !== 'output')) {
        if (names.has(name)) {
          yield at(file, line, `${kind} ${name} is declared before`);
        }

        names.add(name);
      }

      const used = new Set(file.declarations.flatMap(d => [...(d.type ?? '').matchAll(/\w+/g)].map(m => m[0])));
      for (const declared of file.declarations) {
        yield* freeNames(file, rootOf(declared), names, used);
      }

      for (const { name, kind, line } of file.declarations) {
        if (['param', 'var', 'type'].includes(kind) && !used.has(name)) {
          yield at(file, line, `${kind} ${name} is never used`);
        }
      }
    }
  },

  *'resource types, versions and properties are published ones'({ files, schema }) {
    for (const { file, resource, facts } of resourcesOf(files, schema)) {
      if (!facts) {
        yield at(file, resource.line, `${resource.target} is not in schema.json: look it up in the published types`);
      } else {
        const expected = { type: 'object', properties: { ...facts.properties, ...extension } };
        for (const fault of literalFaults(resource.body, expected, resource.isExisting)) {
          yield at(file, fault.line, `${resource.name}: ${fault.message}`);
        }
      }
    }
  },

  *'what is read of a resource is published'({ files, schema }) {
    for (const file of files) {
      const facts = new Map(resourcesOf([file], schema).map(r => [r.resource.name, r.facts]));
      for (const expression of expressionsOf(file)) {
        const [name, ...path] = pathOf(expression);
        let found = facts.get(name);
        if (found && !['id', 'name', 'type', 'location'].includes(path[0])) {
          for (const property of path) {
            found = found?.properties?.[property];
          }

          if (!found) {
            yield at(file, expression.line, `${[name, ...path].join('.')} is not in schema.json`);
          }
        }
      }
    }
  },

  *'modules get what they declare'(project) {
    for (const { file, module, target } of modulesOf(project)) {
      if (!target) {
        yield at(file, module.line, `there is no ${module.target}`);
        continue;
      }

      const given = propertyOf(module.body, 'params')?.properties ?? [];
      const taken = target.declarations.filter(d => d.kind === 'param');
      yield* assignmentFaults(file, module.line, given, taken, module.name);
    }
  },

  *'what is read of a module is an output of it'(project) {
    for (const file of project.files) {
      const modules = new Map(modulesOf({ ...project, files: [file] }).map(m => [m.module.name, m.target]));
      for (const expression of expressionsOf(file)) {
        const [name, outputs, output] = pathOf(expression);
        const target = modules.get(name);
        if (target && outputs === 'outputs' && output && !target.declarations.some(d => d.kind === 'output' && d.name === output)) {
          yield at(file, expression.line, `${name} has no output ${output}`);
        }
      }
    }
  },

  *'parameter files give what the main file takes'(project) {
    for (const file of project.files.filter(f => f.isParameters)) {
      const target = file.using && project.find(file, file.using);
      if (!target) {
        yield at(file, 1, `uses no file that is there: ${file.using}`);
        continue;
      }

      yield* assignmentFaults(file, 1, file.declarations, target.declarations.filter(d => d.kind === 'param'), file.using);
    }
  },

  *'storage takes no shared key, no anonymous reading, no old TLS'({ files }) {
    const account = {
      allowSharedKeyAccess: v => v?.value === false,
      allowBlobPublicAccess: v => v?.value === false,
      supportsHttpsTrafficOnly: v => v?.value === true,
      minimumTlsVersion: v => ['TLS1_2', 'TLS1_3'].includes(v?.value),
    };
    yield* valueFaults(files, /^Microsoft\.Storage\/storageAccounts@/, ['properties'], account);
    yield* valueFaults(files, /\/blobServices\/containers@/, ['properties'], { publicAccess: v => v?.value === 'None' });
  },

  *'the app takes https alone, no old TLS and no password'({ files }) {
    yield* valueFaults(files, /^Microsoft\.Web\/sites@/, ['properties'], { httpsOnly: v => v?.value === true });
    yield* valueFaults(files, /^Microsoft\.Web\/sites@/, ['properties', 'siteConfig'], { minTlsVersion: v => ['1.2', '1.3'].includes(v?.value) });
    yield* valueFaults(files, /\/basicPublishingCredentialsPolicies@/, ['properties'], { allow: v => v?.value === false });
    for (const file of files) {
      const made = file.declarations.filter(d => d.kind === 'resource' && !d.isExisting);
      for (const site of made.filter(d => d.target.startsWith('Microsoft.Web/sites@'))) {
        for (const policy of ['ftp', 'scm']) {
          if (!made.some(d => /\/basicPublishingCredentialsPolicies@/.test(d.target) && propertyOf(d.body, 'name')?.value === policy)) {
            yield at(file, site.line, `${site.name}: publishing by password over ${policy} is not turned off`);
          }
        }
      }
    }
  },

  *'logs are taken from identities alone'({ files }) {
    yield* valueFaults(files, /^Microsoft\.Insights\/components@/, ['properties'], { DisableLocalAuth: v => v?.value === true });
    yield* valueFaults(files, /^Microsoft\.OperationalInsights\/workspaces@/, ['properties', 'features'], { disableLocalAuth: v => v?.value === true });
  },

  *'each role assignment is of a known role, and justified above it'({ files, schema }) {
    for (const file of files) {
      const variables = new Map(file.declarations.filter(d => d.kind === 'var').map(d => [d.name, d]));
      for (const role of file.declarations.filter(d => d.kind === 'resource' && d.target.startsWith('Microsoft.Authorization/roleAssignments@'))) {
        if (role.comment.length < 20) {
          yield at(file, role.line, `${role.name}: no comment above it says why`);
        }

        if (!propertyOf(role.body, 'scope')) {
          yield at(file, role.line, `${role.name} reaches the whole resource group`);
        }

        const named = propertyOf(role.body, 'properties', 'roleDefinitionId')?.arguments?.at(-1)?.name;
        if (!named || variables.get(named)?.value.value !== schema.roles[named] || !schema.roles[named]) {
          yield at(file, role.line, `${role.name}: ${named ?? 'its role'} is no role with an id in schema.json`);
        }
      }
    }
  },

  *'no secret is taken, asked for, written or given out'({ files }) {
    for (const file of files) {
      for (const declared of file.declarations) {
        if (decoratorOf(declared, 'secure')) {
          yield at(file, declared.line, `${declared.name} is a secret`);
        }

        const given = declared.kind === 'output' ? [declared.name, ...[...walk(declared.value)].flatMap(pathOf)] : [];
        if (given.some(n => /(key|secret|password|connectionstring|sas)$/i.test(n))) {
          yield at(file, declared.line, `output ${declared.name} gives out what may be a secret`);
        }
      }

      for (const expression of expressionsOf(file, true)) {
        if (expression.kind === 'call' && (/^list[A-Z]/.test(expression.name) || expression.name === 'getSecret')) {
          yield at(file, expression.line, `${expression.name} asks for a secret`);
        }

        if (expression.kind === 'text' && /(accountkey|sharedaccesskey|password|secret|sig|clientsecret)=./i.test(expression.template)) {
          yield at(file, expression.line, 'a text holds a secret');
        }

        for (const property of expression.kind === 'object' ? expression.properties : []) {
          if (/(password|secret|accountkey|apikey|connectionstring)$/i.test(property.name ?? '') && property.value.kind === 'text') {
            yield at(file, property.line, `${property.name} is written out`);
          }
        }
      }
    }
  },

  *'the app reads every setting that it is given'({ files, settings }) {
    for (const { file, name, line } of settingsIn(files)) {
      if (!settings.isRead(name)) {
        yield at(file, line, `nothing reads the setting ${name}`);
      }
    }
  },

  *'alerts look for what the app says'({ files, source }) {
    for (const file of files) {
      for (const expression of expressionsOf(file, true)) {
        const query = expression.kind === 'object' ? propertyOf(expression, 'query') : undefined;
        for (const [, functions] of (query?.value ?? '').matchAll(/\bName (?:in \(|== )("[^)|]*")/g)) {
          for (const [, name] of functions.matchAll(/"([^"]*)"/g)) {
            if (!source.timers.has(name)) {
              yield at(file, query.line, `no timer is called ${name}`);
            }
          }
        }

        for (const [, text] of (query?.value ?? '').matchAll(/\bMessage startswith "([^"]*)"/g)) {
          if (!source.messages.some(m => m.startsWith(text))) {
            yield at(file, query.line, `the app logs nothing that begins with "${text}"`);
          }
        }
      }
    }
  },

  *'a failing timer raises an alert, whichever it is'({ files, source }) {
    for (const file of files) {
      const alert = file.declarations.find(d => d.target?.startsWith('Microsoft.Insights/scheduledQueryRules@'));
      const queries = [...expressionsOf(file, true)].filter(e => e.kind === 'text' && /\bSuccess == false\b/.test(e.value ?? ''));
      for (const timer of alert ? source.timers : []) {
        if (!queries.some(q => q.value.includes(`"${timer}"`))) {
          yield at(file, alert.line, `the timer ${timer} fails in silence`);
        }
      }
    }
  },

  *'containers and runtime are the ones of the app'({ files, source }) {
    for (const file of files) {
      for (const declared of file.declarations) {
        if (declared.kind === 'var' && declared.name === 'papersContainerName' && !source.containers.has(declared.value.value)) {
          yield at(file, declared.line, `the app has no container ${declared.value.value}`);
        }

        const runtime = propertyOf(declared.body, 'properties', 'functionAppConfig', 'runtime', 'version');
        if (runtime && runtime.value !== source.runtime) {
          yield at(file, runtime.line, `the app is built for ${source.runtime}`);
        }
      }
    }
  },
};

/** The settings of the app that a project's files write, by name. */
export function settingsIn(files) {
  return files.flatMap(file => file.declarations
    .filter(d => d.kind === 'resource' && /^Microsoft\.Web\/sites\/config@/.test(d.target) && propertyOf(d.body, 'name')?.value === 'appsettings')
    .flatMap(d => [...walk(propertyOf(d.body, 'properties'))])
    .concat(file.isParameters ? file.declarations.filter(d => d.name === 'furtherSettings').map(d => d.value) : [])
    .concat(file.declarations.filter(d => d.kind === 'var' && /Settings$/.test(d.name)).flatMap(d => [...walk(d.value)].filter(e => e.kind === 'lambda')))
    .flatMap(e => e.kind === 'object' ? e.properties : e.kind === 'lambda' && e.body.kind === 'text' ? [{ name: e.body.template, line: e.line }] : [])
    .map(p => ({ file, name: p.name, line: p.line })));
}

const extension = { parent: { type: 'any' }, scope: { type: 'any' }, dependsOn: { type: 'any' } };

// Of Bicep's functions, those that are used; what each takes isn't checked.
const functions = new Set([
  'cidrSubnet', 'empty', 'environment', 'guid', 'indexOf', 'items', 'join', 'length', 'replace', 'resourceGroup', 'string', 'subscriptionResourceId', 'toObject',
  'union', 'uniqueString',
]);

const at = (file, line, message) => ({ file: file.name, line, message });

const decoratorOf = (declared, name) => declared.decorators.find(d => d.name === name);

// Everything of a declaration that is an expression.
function rootOf(declared) {
  const inner = { kind: 'array', line: declared.line, items: [declared.body ?? declared.value, declared.condition].filter(Boolean) };
  return declared.loop ? { ...declared.loop, body: inner } : inner;
}

function* expressionsOf(file, isWhole = false) {
  for (const declared of file.declarations) {
    for (const expression of walk(rootOf(declared))) {
      // Of a.b.c only the whole is looked at, not a.b again.
      if (isWhole || expression.kind === 'member') {
        yield expression;
      }
    }
  }
}

// The names that lead to a member: a.b.c, a!.b.c, a[i].b.c.
function pathOf(expression) {
  switch (expression.kind) {
    case 'name': return [expression.name];
    case 'member': return [...pathOf(expression.object), expression.property];
    case 'subscript': return pathOf(expression.object);
    default: return [];
  }
}

function* freeNames(file, expression, names, used, bound = new Set()) {
  if (expression.kind === 'name') {
    used.add(expression.name);
    if (!names.has(expression.name) && !bound.has(expression.name)) {
      yield at(file, expression.line, `${expression.name} is not declared`);
    }
  } else if (expression.kind === 'call' && !expression.object && !functions.has(expression.name)) {
    yield at(file, expression.line, `${expression.name}() is not among the functions that are known`);
  }

  if (expression.kind === 'for') {
    yield* freeNames(file, expression.over, names, used, bound);
    yield* freeNames(file, expression.body, names, used, new Set([...bound, ...expression.variables]));
  } else {
    const inner = expression.kind === 'lambda' ? new Set([...bound, ...expression.parameters]) : bound;
    for (const child of childrenOf(expression)) {
      yield* freeNames(file, child, names, used, inner);
    }
  }
}

function resourcesOf(files, schema) {
  return files.flatMap(file => file.declarations.filter(d => d.kind === 'resource').map(resource => {
    const [type, version] = resource.target.split('@');
    const name = propertyOf(resource.body, 'name')?.value;
    return { file, resource, facts: schema.types[`${type}/${name}@${version}`] ?? schema.types[resource.target] };
  }));
}

function modulesOf({ files, find }) {
  return files.flatMap(file => file.declarations.filter(d => d.kind === 'module').map(module => ({ file, module, target: find(file, module.target) })));
}

// What is of a type of the file's own is taken on trust.
const plain = type => ['string', 'int', 'bool', 'object', 'array'].includes(type) ? type : 'any';

// Given values against declared parameters: none unknown, none missing, literals of the right kind and within the limits.
function* assignmentFaults(file, line, given, taken, name) {
  for (const { name: parameter, line: where, value } of given) {
    const declared = taken.find(t => t.name === parameter);
    if (!declared) {
      yield at(file, where, `${name} takes no ${parameter}`);
      continue;
    }

    const item = declared.type.endsWith('[]') ? declared.type.slice(0, -2) : null;
    const argument = name => decoratorOf(declared, name)?.arguments[0];
    const expected = {
      type: item ? 'array' : plain(declared.type),
      items: { type: plain(item) },
      others: { type: 'any' },
      values: argument('allowed')?.items.map(i => i.value),
      min: argument('minValue')?.value,
      max: argument('maxValue')?.value,
      minLength: argument('minLength')?.value,
      maxLength: argument('maxLength')?.value,
    };
    for (const fault of literalFaults(value, expected)) {
      yield at(file, fault.line, `${parameter}: ${fault.message}`);
    }
  }

  for (const declared of taken.filter(t => !t.value && !given.some(g => g.name === t.name))) {
    yield at(file, line, `${name} needs ${declared.name}`);
  }
}

function* valueFaults(files, target, path, expected) {
  for (const file of files) {
    for (const resource of file.declarations.filter(d => d.kind === 'resource' && !d.isExisting && target.test(d.target))) {
      const object = propertyOf(withoutLoopsOf(resource.body), ...path);
      for (const [name, holds] of Object.entries(expected)) {
        if (!holds(propertyOf(object, name))) {
          yield at(file, resource.line, `${resource.name}: ${name} is missing or not as it must be`);
        }
      }
    }
  }
}
