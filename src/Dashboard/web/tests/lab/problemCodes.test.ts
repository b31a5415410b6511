import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { en } from '../../src/i18n/en';
import { knows } from '../../src/i18n/i18n';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
// A census is read as outlets are.
const tables = /"((?:outlets|table)\.[a-z0-9]+(?:[.-][a-z0-9]+)*)"/g;
// Put together where they are said.
const composed = ['outlets.coordinates.missing', 'outlets.coordinates.number', 'outlets.coordinates.range'];
const families = /"((?:template|expansion|scenario|lab|census|history|calibration|fit)\.[a-z0-9]+(?:[.-][a-z0-9]+)*)"/g;
// What only the command line says, of the files it reads.
const commandLine = 'Cli';

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['bin', 'obj', 'web', 'node_modules'].includes(entry.name) || /^(bin|obj)-/.test(entry.name) ? [] : sources(path);
    return entry.name.endsWith('.cs') ? [path] : [];
  });
}

const codesIn = (folders: readonly string[], pattern = families) =>
  folders.flatMap((folder) => sources(join(root, folder))).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(pattern)].map((match) => match[1]));

describe('what the lab says is wrong', () => {
  const projects = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== commandLine).map((entry) => entry.name);
  const codes = new Set([...codesIn(projects), ...codesIn(['Imports'], tables), ...composed]);

  it('has words for each of the server’s codes, as a problem or as a refusal', () => {
    expect(codes.size).toBeGreaterThan(100);
    expect([...codes].filter((code) => !knows(`lab.problem.${code}`) && !knows(`refusal.${code}`)).sort()).toEqual([]);
  });

  it('has no words for a code that no longer is', () => {
    const all = new Set([...codesIn([...projects, commandLine]), ...codesIn(['Imports'], tables), ...composed]);
    const worded = Object.keys(en).filter((key) => key.startsWith('lab.problem.')).map((key) => key.slice('lab.problem.'.length));
    expect(worded.filter((code) => !all.has(code)).sort()).toEqual([]);
  });
});
