/** Lines of RFC 4180: cells may be quoted and hold commas and line ends. Empty lines are left out. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index <= text.length; index++) {
    const char = text[index];
    if (quoted && char !== undefined) {
      if (char !== '"') cell += char;
      else if (text[index + 1] === '"') {
        cell += '"';
        index++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === undefined) {
      row.push(cell.replace(/\r$/, ''));
      if (row.some((each) => each !== '')) rows.push(row);
      row = [];
      cell = '';
    } else cell += char;
  }
  return rows;
}
