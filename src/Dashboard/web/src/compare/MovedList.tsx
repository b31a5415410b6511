import { useEffect, useRef, useState } from 'preact/hooks';
import { number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName } from '../region/names';
import { isChosen, type Chosen } from './chosen';
import { moveText, type MovedStop } from './moves';

const shownAtFirst = 60;

/** The stops that are elsewhere on the right, each from where to where. */
export function MovedList({ moves, chosen, onChoose }: { moves: readonly MovedStop[]; chosen: Chosen | null; onChoose: (chosen: Chosen) => void }) {
  const list = useRef<HTMLUListElement>(null);
  const [all, setAll] = useState(false);
  const at = chosen?.kind === 'stop' ? moves.findIndex((move) => move.order === chosen.order) : -1;
  const shown = all ? moves : moves.slice(0, Math.max(shownAtFirst, at + 1));
  useEffect(() => {
    if (at >= 0) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <section aria-labelledby="compare-moved-title">
      <h2 id="compare-moved-title" data-testid="compare-moved-count" data-count={moves.length}>
        {t('compare.moved', { count: moves.length, value: number(moves.length) })}
      </h2>
      {moves.length === 0 ? (
        <p class="muted">{t('compare.noneMoved')}</p>
      ) : (
        <ul class="compare-list" ref={list} data-testid="compare-moved">
          {shown.map((move) => {
            const stop: Chosen = { kind: 'stop', order: move.order, terminal: move.terminal };
            return (
              <li key={move.order}>
                <button type="button" aria-pressed={isChosen(chosen, stop)} data-testid="compare-moved-stop" data-order={move.order} onClick={() => onChoose(stop)}>
                  <strong>{outletName(move.terminal)}</strong>
                  <span class="muted">{moveText(move)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {shown.length < moves.length && (
        <button type="button" class="button" data-testid="compare-moved-all" onClick={() => setAll(true)}>
          {t('compare.showAll', { value: number(moves.length) })}
        </button>
      )}
    </section>
  );
}
