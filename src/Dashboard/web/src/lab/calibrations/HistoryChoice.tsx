import { useState } from 'preact/hooks';
import type { HistoryRow } from '../../api/calibration';
import { number, shortDay } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { textOf } from '../textOf';
import { readHistory } from './history';

export type ChosenHistory = { kind: 'live' } | { kind: 'rows'; file: string; rows: readonly HistoryRow[] };

interface Props {
  chosen: ChosenHistory;
  onChoose: (history: ChosenHistory) => void;
}

const shownLines = 8;

/** What the market really bought: the live region's own deliveries, or a file of them. */
export function HistoryChoice({ chosen, onChoose }: Props) {
  const [wrong, setWrong] = useState<string | null>(null);
  const take = async (file: File) => {
    const { rows, missing, wrongLines } = readHistory(await textOf(file));
    if (missing.length > 0) setWrong(t('lab.historyColumns', { columns: missing.map((column) => t(`lab.historyColumn.${column}`)).join(t('lab.listJoin')) }));
    else if (wrongLines.length > 0) setWrong(t('lab.historyLines', { lines: wrongLines.slice(0, shownLines).join(t('lab.listJoin')), count: wrongLines.length, value: number(wrongLines.length) }));
    else setWrong(rows.length === 0 ? t('lab.historyEmpty') : null);
    onChoose({ kind: 'rows', file: file.name, rows: missing.length > 0 || wrongLines.length > 0 ? [] : rows });
  };
  const days = chosen.kind === 'rows' ? chosen.rows.map((row) => row.date).sort() : [];
  return (
    <fieldset class="lab-set">
      <legend>{t('lab.history')}</legend>
      <div class="lab-bar">
        <label class="check">
          <input
            type="radio"
            name="lab-history"
            checked={chosen.kind === 'live'}
            onChange={() => {
              setWrong(null);
              onChoose({ kind: 'live' });
            }}
          />
          {t('lab.historyLive')}
        </label>
        <label class="check">
          <input type="radio" name="lab-history" checked={chosen.kind === 'rows'} data-testid="lab-history-rows" onChange={() => onChoose({ kind: 'rows', file: '', rows: [] })} />
          {t('lab.historyRows')}
        </label>
        {chosen.kind === 'rows' && (
          <input
            type="file"
            accept=".csv,text/csv"
            aria-label={t('lab.historyRows')}
            data-testid="lab-history-file"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void take(file);
            }}
          />
        )}
      </div>
      <p class="hint">
        {chosen.kind === 'live'
          ? t('lab.historyLiveHint')
          : chosen.rows.length > 0
            ? t('lab.historyRead', { count: chosen.rows.length, value: number(chosen.rows.length), from: shortDay(days[0]), until: shortDay(days.at(-1)!) })
            : t('lab.historyRowsHint')}
      </p>
      {wrong && (
        <p class="problem" role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
