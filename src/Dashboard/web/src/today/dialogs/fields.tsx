import { t } from '../../i18n/i18n';

interface NumberProps {
  label: string;
  value: number;
  onValue: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  autofocus?: boolean;
  testId?: string;
}

export function NumberInput({ label, value, onValue, min = 0, max = 100_000, step = 1, autofocus = false, testId }: NumberProps) {
  return (
    <label class="labelled">
      <span>{label}</span>
      <input
        type="number"
        min={min}
        max={max}
        step={step}
        autofocus={autofocus}
        value={value}
        data-testid={testId}
        onInput={(event) => {
          const next = Number(event.currentTarget.value);
          if (event.currentTarget.value !== '' && Number.isFinite(next)) onValue(Math.min(max, Math.max(min, next)));
        }}
      />
    </label>
  );
}

export function NoteInput({ value, onValue, label = t('field.note'), required = false }: { value: string; onValue: (value: string) => void; label?: string; required?: boolean }) {
  return (
    <label class="labelled">
      <span>{label}</span>
      <input type="text" maxLength={500} required={required} value={value} data-testid="field-note" onInput={(event) => onValue(event.currentTarget.value)} />
    </label>
  );
}

/** A time of day as HH:mm, in seconds from midnight. */
export function TimeInput({ label, value, onValue, testId }: { label: string; value: number; onValue: (seconds: number) => void; testId?: string }) {
  const text = `${String(Math.floor(value / 3600) % 24).padStart(2, '0')}:${String(Math.floor(value / 60) % 60).padStart(2, '0')}`;
  return (
    <label class="labelled">
      <span>{label}</span>
      <input
        type="time"
        value={text}
        data-testid={testId}
        onInput={(event) => {
          const [hours, minutes] = event.currentTarget.value.split(':').map(Number);
          if (Number.isFinite(hours) && Number.isFinite(minutes)) onValue(hours * 3600 + minutes * 60);
        }}
      />
    </label>
  );
}
