import { Icon } from './icons';
import './stepper.css';

interface Props {
  label: string;
  value: number | null;
  onValue: (value: number | null) => void;
  lessLabel: string;
  moreLabel: string;
  max?: number;
  testId?: string;
}

/** A number with big buttons beside it; empty means not stated. */
export function Stepper({ label, value, onValue, lessLabel, moreLabel, max = 9999, testId }: Props) {
  const set = (next: number) => onValue(Math.min(max, Math.max(0, next)));
  return (
    <div class="stepper" role="group" aria-label={label}>
      <button type="button" aria-label={lessLabel} disabled={value === null || value <= 0} onClick={() => set((value ?? 0) - 1)}>
        <Icon name="minus" />
      </button>
      <input
        type="text"
        inputMode="numeric"
        pattern="[0-9]*"
        aria-label={label}
        value={value === null ? '' : String(value)}
        data-testid={testId}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          const digits = event.currentTarget.value.replace(/\D/g, '');
          event.currentTarget.value = digits;
          onValue(digits === '' ? null : Math.min(max, Number(digits)));
        }}
      />
      <button type="button" aria-label={moreLabel} disabled={value !== null && value >= max} onClick={() => set((value ?? 0) + 1)}>
        <Icon name="plus" />
      </button>
    </div>
  );
}
