/** Planned against actual as two bars under each other; the figures stand beside them. */
export function PairBar({ planned, actual, most }: { planned: number; actual: number; most: number }) {
  const share = (value: number) => `${most > 0 ? Math.min(100, (100 * value) / most) : 0}%`;
  return (
    <span class="pair-bar" aria-hidden="true">
      <span class="pair-planned" style={{ width: share(planned) }} />
      <span class="pair-actual" style={{ width: share(actual) }} />
    </span>
  );
}
