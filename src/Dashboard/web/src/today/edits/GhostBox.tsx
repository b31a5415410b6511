import { useLayoutEffect, useRef } from 'preact/hooks';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName, plate } from '../../region/names';
import { terminalOf } from '../plans/stopIndex';
import { ChangeView } from './ChangeView';
import { dragged, followPointer, ghost, type Dragged, type Ghost } from './dragging';

/** Follows the pointer during a drag and says what a drop here would do. */
export function GhostBox() {
  const drag = dragged.value;
  return drag && <Following drag={drag} />;
}

function Following({ drag }: { drag: Dragged }) {
  const box = useRef<HTMLDivElement>(null);
  const shown = ghost.value;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const [at, size] = [
      { x: 0, y: 0 },
      { width: 0, height: 0 },
    ];
    const place = () => {
      const left = at.x + 18 + size.width > innerWidth ? at.x - 14 - size.width : at.x + 18;
      const top = Math.min(at.y + 14, innerHeight - size.height - 8);
      element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    };
    followPointer((x, y) => {
      Object.assign(at, { x, y });
      place();
    });
    // Told with the frame that it is laid out for: asking the element would lay the page out once more.
    const watch = new ResizeObserver((entries) => {
      const [border] = entries[entries.length - 1].borderBoxSize;
      Object.assign(size, { width: border.inlineSize, height: border.blockSize });
      place();
    });
    watch.observe(element, { box: 'border-box' });
    return () => {
      watch.disconnect();
      followPointer(() => undefined);
    };
  }, []);
  const first = terminalOf(drag.orders[0]);
  return (
    <div class="ghost" ref={box} role="status" data-testid="ghost" data-state={stateOf(shown)}>
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

function stateOf(shown: Ghost | null): 'nowhere' | 'refused' | 'asking' | 'estimate' | 'exact' {
  if (shown === null) return 'nowhere';
  if (shown.refusal !== null) return 'refused';
  if (shown.change === null) return 'asking';
  return shown.isEstimate ? 'estimate' : 'exact';
}
