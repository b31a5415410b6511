import type { JsonObject } from '../../api/lab';

/** A market made up from a seed, to begin with where no live region fits. */
export function newScenario(name: string, firstDay: string): JsonObject {
  return {
    name,
    firstDay,
    days: 182,
    products: [{ id: 'P1', unitsPerCase: 12, costPerCase: 24, factoryPerCase: 40, channelPerCase: 46, retailPerUnit: 5 }],
    regions: [
      {
        id: 'east',
        terminals: { generated: { terminals: 1200, areaSquareKilometres: 120, unitsPerTerminalDay: 40, seed: 1 } },
        fieldForce: { staffing: [{ from: firstDay, reps: 4 }], daysBetweenCalls: [7, 14, 28] },
        fleet: { vehicles: 2 },
      },
    ],
  };
}
