import { useMemo, useState } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { detail, live } from '../region/regionStore';
import { select } from '../selection/selection';
import { Dialog } from '../ui/Dialog';
import { rights } from '../session/session';
import { paletteActions } from './paletteActions';
import { navigate, route } from './router';

interface Found {
  key: string;
  name: string;
  kind: string;
  go: () => void;
}

const shown = 12;

/** Finds an outlet, a person, a vehicle or a page by a part of its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => search(text.trim().toLowerCase()), [text]);
  const choose = (item: Found | undefined) => {
    if (!item) return;
    onClose();
    item.go();
  };
  return (
    <Dialog title={t('search.title')} onClose={onClose} testId="palette">
      <input
        class="palette-input"
        type="search"
        autofocus
        autocomplete="off"
        placeholder={t('search.placeholder')}
        aria-label={t('search.title')}
        aria-controls="palette-results"
        aria-activedescendant={found[at] ? `found-${at}` : undefined}
        value={text}
        data-testid="search-input"
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
          else if (event.key === 'Enter') choose(found[at]);
          else return;
          event.preventDefault();
        }}
      />
      <ul class="palette-list" id="palette-results" role="listbox" aria-label={t('search.results')}>
        {found.map((item, index) => (
          <li
            key={item.key}
            id={`found-${index}`}
            role="option"
            aria-selected={index === at}
            data-testid="search-result"
            onMouseEnter={() => setAt(index)}
            onClick={() => choose(item)}
          >
            <span>{item.name}</span>
            <span class="muted">{item.kind}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="muted">{t('search.nothing')}</p>}
    </Dialog>
  );
}

function search(wanted: string): Found[] {
  const found: Found[] = [];
  const add = (key: string, name: string, kind: string, go: () => void) => {
    if (found.length < shown && (wanted === '' || name.toLowerCase().includes(wanted) || key.toLowerCase().includes(wanted)))
      found.push({ key, name, kind, go });
  };
  const pages: [string, string][] = [
    ['/', t('nav.board')],
    ['/compare', t('compare.title')],
    ['/schedule', t('schedule.title')],
    ...(rights.value.planDeliveries ? ([['/lessons', t('lessons.title')]] as [string, string][]) : []),
    ['/visits', t('nav.visits')],
    ['/outlets', t('nav.outlets')],
    ['/unvisited', t('nav.unvisited')],
  ];
  if (rights.value.people) pages.push(['/people', t('nav.people')]);
  for (const [path, name] of pages) add(path, name, t('search.page'), () => navigate(path));
  for (const { id, name, run } of paletteActions.value?.() ?? []) add(id, name, t('search.action'), run);
  if (wanted === '') return found;
  const onBoard = (action: () => void) => () => {
    if (route.value.page !== 'board') navigate('/');
    action();
  };
  for (const vehicle of detail.value?.vehicles ?? [])
    add(vehicle.id, vehicle.plate, t('search.vehicle'), onBoard(() => select({ kind: 'mover', mover: vehicle.id, vehicle: true })));
  for (const rep of detail.value?.reps ?? [])
    add(rep.id, rep.name, t('search.rep'), onBoard(() => select({ kind: 'mover', mover: rep.id, vehicle: false })));
  const { outlets } = live;
  for (let index = 0; index < outlets.count && found.length < shown; index++) {
    const id = outlets.ids[index];
    const openHere = route.value.page === 'board';
    add(id, outlets.names[index], t('search.outlet'), () =>
      openHere ? select({ kind: 'outlet', terminal: id }) : navigate(`/outlets/${encodeURIComponent(id)}`),
    );
  }
  return found;
}
