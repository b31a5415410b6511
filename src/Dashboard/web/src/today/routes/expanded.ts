import { effect, signal } from '@preact/signals';
import { selection } from '../../selection/selection';

/** Vehicles whose routes stay open in the list, beside the one that is looked at. */
export const expanded = signal<ReadonlySet<string>>(new Set());

/** The vehicle whose route is looked at; it stays open while something of the tray is chosen, so that stops can go to and fro. */
export const openVehicle = signal<string | null>(null);

effect(() => {
  const chosen = selection.value;
  if (chosen?.kind === 'route' || chosen?.kind === 'stop') openVehicle.value = chosen.vehicle;
  else if (chosen?.kind !== 'tray') openVehicle.value = chosen?.kind === 'mover' && chosen.vehicle ? chosen.mover : null;
});
