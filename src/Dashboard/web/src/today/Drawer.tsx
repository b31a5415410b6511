import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { live } from '../region/regionStore';
import { Icon } from '../ui/icons';
import { Gantt } from './gantt/Gantt';
import { MoverTableView } from './movers/MoverTableView';

type Tab = 'timetable' | 'movers';

export function Drawer() {
  const [tab, setTab] = useState<Tab>('timetable');
  const [open, setOpen] = useState(true);
  const show = (next: Tab) => {
    setTab(next);
    setOpen(true);
  };
  return (
    <section class={`drawer ${open ? 'is-open' : ''}`} aria-label={t('drawer.label')}>
      <div class="drawer-bar">
        <div class="tabs" role="tablist" aria-label={t('drawer.label')}>
          {(['timetable', 'movers'] as const).map((each) => (
            <button key={each} type="button" role="tab" aria-selected={open && tab === each} data-testid={`drawer-${each}`} onClick={() => show(each)}>
              {t(`drawer.${each}`)}
            </button>
          ))}
        </div>
        <MoverTally />
        <button type="button" class="icon-button" aria-expanded={open} aria-label={t(open ? 'drawer.close' : 'drawer.open')} data-testid="drawer-toggle" onClick={() => setOpen(!open)}>
          <span class={open ? '' : 'turned'}>
            <Icon name="chevron" />
          </span>
        </button>
      </div>
      {open && <div class={`drawer-body drawer-${tab}`}>{tab === 'timetable' ? <Gantt /> : <MoverTableView />}</div>}
    </section>
  );
}

/** Follows the live beat by itself, so that the timetable does not. */
function MoverTally() {
  live.beat.value;
  const tally = live.movers.tally();
  return (
    <span class="drawer-tally" data-testid="mover-tally" data-travelling={tally.travelling} data-at-stop={tally.atStop} data-off-duty={tally.offDuty}>
      {t('drawer.tally', { travelling: tally.travelling, atStop: tally.atStop, offDuty: tally.offDuty })}
    </span>
  );
}
