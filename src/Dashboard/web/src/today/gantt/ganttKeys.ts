import type { GanttModel } from './ganttModel';

/** The cell that the keyboard is on: a row, and one of its stops or -1 for its name. */
export interface GanttCursor {
  row: number;
  stop: number;
}

/** Where an arrow key goes in the grid: up and down to the row beside it at about the same time, left and right along the day. */
export function moveCursor(model: GanttModel, { row, stop }: GanttCursor, key: string): GanttCursor | null {
  const first = model.stopStart[row];
  const end = model.stopStart[row + 1];
  switch (key) {
    case 'ArrowRight':
      return { row, stop: stop < 0 ? (first < end ? first : -1) : Math.min(end - 1, stop + 1) };
    case 'ArrowLeft':
      return { row, stop: stop <= first ? -1 : stop - 1 };
    case 'ArrowDown':
      return row + 1 < model.rows.length ? { row: row + 1, stop: beside(model, stop, row + 1) } : { row, stop };
    case 'ArrowUp':
      return row > 0 ? { row: row - 1, stop: beside(model, stop, row - 1) } : { row, stop };
    case 'Home':
      return { row, stop: -1 };
    case 'End':
      return { row, stop: end > first ? end - 1 : -1 };
    default:
      return null;
  }
}

function beside(model: GanttModel, stop: number, row: number): number {
  if (stop < 0) return -1;
  let best = -1;
  let bestDistance = Infinity;
  for (let each = model.stopStart[row]; each < model.stopStart[row + 1]; each++) {
    const distance = Math.abs(model.serviceFrom[each] - model.serviceFrom[stop]);
    if (distance < bestDistance) {
      best = each;
      bestDistance = distance;
    }
  }
  return best;
}
