import { live } from '../../region/regionStore';

/** The live index of a rep or vehicle, or -1 while it has not been seen. */
export function moverIndex(id: string): number {
  return live.movers.ids.indexOf(id);
}
