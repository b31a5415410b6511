import { useEffect, useRef } from 'preact/hooks';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName, plate } from '../../region/names';
import { terminalOf } from '../plans/stopIndex';
import { ChangeView } from './ChangeView';
import { dragged, followPointer, ghost } from './dragging';

/** Follows the pointer during a drag and says what a drop here would do. */
export function GhostBox() {
  const box = useRef<HTMLDivElement>(null);
  const at = useRef({ x: 0, y: 0 });
  const place = () => {
    const element = box.current;
    if (!element) return;
    const { x, y } = at.current;
    const left = x + 18 + element.offsetWidth > innerWidth ? x - 14 - element.offsetWidth : x + 18;
    const top = Math.min(y + 14, innerHeight - element.offsetHeight - 8);
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  };
  useEffect(() => {
    followPointer((x, y) => {
      at.current = { x, y };
      place();
    });
  }, []);
  const drag = dragged.value;
  const shown = ghost.value;
  useEffect(place);
  if (!drag) return null;
  const first = terminalOf(drag.orders[0]);
  return (
    <div class="ghost" ref={box} role="status" data-testid="ghost" data-state={shown === null ? 'nowhere' : shown.refusal !== null ? 'refused' : shown.change === null ? 'asking' : shown.isEstimate ? 'estimate' : 'exact'}>
      <strong>
        {drag.orders.length === 1 ? outletName(first ?? drag.orders[0]) : t('stop.chosen', { count: drag.orders.length, value: number(drag.orders.length) })}
        {shown && ` → ${shown.target.kind === 'tray' ? t('tray.title') : plate(shown.target.vehicle)}`}
      </strong>
      {shown === null && <span class="muted">{t('drag.nowhere')}</span>}
      {shown?.refusal != null && <span class="problem-text">{shown.refusal}</span>}
      {shown && shown.refusal === null && shown.change === null && <span class="muted">{t('change.asking')}</span>}
      {shown?.change && <ChangeView change={shown.change} dim={shown.isEstimate} />}
    </div>
  );
}
