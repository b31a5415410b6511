import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { live } from '../region/regionStore';
import { Icon } from '../ui/icons';
import { MoverTableView } from './MoverTableView';
import { Timetable } from './Timetable';

type Tab = 'timetable' | 'movers';

export function Drawer() {
  const [tab, setTab] = useState<Tab>('timetable');
  const [open, setOpen] = useState(true);
  live.beat.value;
  const tally = live.movers.tally();
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
        <span class="drawer-tally" data-testid="mover-tally" data-travelling={tally.travelling} data-at-stop={tally.atStop} data-off-duty={tally.offDuty}>
          {t('drawer.tally', { travelling: tally.travelling, atStop: tally.atStop, offDuty: tally.offDuty })}
        </span>
        <button type="button" class="icon-button" aria-expanded={open} aria-label={t(open ? 'drawer.close' : 'drawer.open')} data-testid="drawer-toggle" onClick={() => setOpen(!open)}>
          <span class={open ? '' : 'turned'}>
            <Icon name="chevron" />
          </span>
        </button>
      </div>
      {open && <div class="drawer-body">{tab === 'timetable' ? <Timetable /> : <MoverTableView />}</div>}
    </section>
  );
}
