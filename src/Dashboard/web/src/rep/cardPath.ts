export function cardPath(terminal: string): string {
  return `/api/my/terminals/${encodeURIComponent(terminal)}`;
}
