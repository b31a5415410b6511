/** The id of the field that edits a path. */
export function fieldId(path: string): string {
  return `lab-${path}`;
}

/** Where a problem is: problems of a variant are written "variants[1]: regions[0].fleet.vehicles". */
export function placeOf(field: string | null | undefined): { variant: number | null; path: string } {
  const match = /^variants\[(\d+)\]: (.*)$/.exec(field ?? '');
  return match ? { variant: Number(match[1]), path: match[2] } : { variant: null, path: field ?? '' };
}

/** The paths at which a field for the problem may be, the closest first. */
export function closestPaths(path: string): string[] {
  const paths: string[] = [];
  for (let rest = path; rest !== ''; ) {
    paths.push(rest);
    const cut = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('['));
    rest = cut > 0 ? rest.slice(0, cut) : '';
  }
  return paths;
}

/** Moves the focus to the field at a path or the closest one to it; false where none is on the page. */
export function focusPath(field: string | null | undefined): boolean {
  const { variant, path } = placeOf(field);
  const wanted = variant === null ? closestPaths(path) : [...closestPaths(path).map((each) => `variants[${variant}]:${each}`), `variants[${variant}].name`];
  for (const each of wanted) {
    const element = document.getElementById(fieldId(each));
    if (!element) continue;
    for (let part = element.closest('details'); part; part = part.parentElement?.closest('details') ?? null) part.setAttribute('open', '');
    element.focus();
    element.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}

/** Where in the written JSON a path stands; the whole text's start where it is not found. */
export function offsetOf(text: string, path: string): number {
  const names = path.split('.').flatMap((part) => part.replace(/\[.*$/, ''));
  let at = 0;
  for (const name of names) {
    const next = text.indexOf(`"${name}"`, at);
    if (next < 0) break;
    at = next;
  }
  return at;
}
