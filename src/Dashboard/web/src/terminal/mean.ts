const meanDays = 7;

/** Mean of each day and the six before it; null until a week is there. */
export function meanOf(units: readonly number[]): (number | null)[] {
  let sum = 0;
  return units.map((each, index) => {
    sum += each - (index >= meanDays ? units[index - meanDays] : 0);
    return index >= meanDays - 1 ? sum / meanDays : null;
  });
}
