/** The address of what a distributor's deliveries taught, with one outlet looked for. */
export function lessonsAddress(distributor: string | null, outlet: string | null = null): string {
  const page = distributor === null ? '/lessons' : `/lessons/${encodeURIComponent(distributor)}`;
  return outlet === null ? page : `${page}?outlet=${encodeURIComponent(outlet)}`;
}
