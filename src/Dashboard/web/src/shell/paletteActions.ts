import { signal } from '@preact/signals';

/** Something the open page can do now, offered by name. */
export interface PaletteAction {
  id: string;
  name: string;
  run: () => void;
}

/** What the open page offers to the palette; asked when it opens. */
export const paletteActions = signal<(() => readonly PaletteAction[]) | null>(null);
