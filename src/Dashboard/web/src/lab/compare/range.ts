/** A fifth less and a fifth more, whole where the value may be a count (1 is mostly a factor); of nothing, nothing and one. */
export function rangeOf(value: number): { low: number; high: number } {
  if (value === 0) return { low: 0, high: 1 };
  const step = Number.isInteger(value) && Math.abs(value) > 1 ? Math.max(1, Math.round(Math.abs(value) / 5)) : Math.abs(value) / 5;
  const tidy = (each: number) => Number(each.toPrecision(6));
  return { low: tidy(value - step), high: tidy(value + step) };
}
