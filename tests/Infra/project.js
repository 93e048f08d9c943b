// The Bicep files of a folder, with what they are compared with.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { readBicep } from './bicep.js';
import { readSource, settingsOf } from './source.js';

/** The repository's root. */
export const root = resolve(import.meta.dirname, '..', '..');

/** What the published types say. */
export const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'schema.json'), 'utf8'));

/** What the app's source says of itself. */
export const source = readSource(root);

/** The files below a folder: *.bicep and *.bicepparam of it and of infra/. */
export function readProject(folder) {
  const names = ['.', 'infra'].filter(f => existsSync(join(folder, f)))
    .flatMap(f => readdirSync(join(folder, f)).filter(n => /\.bicep(param)?$/.test(n)).map(n => join(f, n)));
  return projectOf(folder, names);
}

/** The files of these names in a folder. */
export function projectOf(folder, names) {
  const read = new Map();
  const open = path => {
    if (!read.has(path)) {
      read.set(path, { ...readBicep(path), name: relative(folder, path) });
    }

    return read.get(path);
  };
  return {
    files: names.map(name => open(join(folder, name))),
    find(file, target) {
      const path = join(dirname(file.path), target);
      return existsSync(path) ? open(path) : null;
    },
    schema,
    source,
    settings: settingsOf(source),
  };
}
