const millisecondsPerDay = 86_400_000;

/** The date so many days before another; both as yyyy-mm-dd. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * millisecondsPerDay).toISOString().slice(0, 10);
}
