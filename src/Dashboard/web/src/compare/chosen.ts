/** What is chosen in the lists and on both maps: a stop, named by an order, or a vehicle's route. */
export type Chosen = { kind: 'stop'; order: string; terminal: string } | { kind: 'vehicle'; vehicle: string };

export function isChosen(chosen: Chosen | null, other: Chosen): boolean {
  if (chosen?.kind === 'stop') return other.kind === 'stop' && chosen.order === other.order;
  return chosen?.kind === 'vehicle' && other.kind === 'vehicle' && chosen.vehicle === other.vehicle;
}
