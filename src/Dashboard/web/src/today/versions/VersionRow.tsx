import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlanVersion } from '../../api/dispatch';
import { compareAddress } from '../../compare/address';
import { dayAndTime, duration, kilometers, money, none, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName, plate } from '../../region/names';
import { terminalOf } from '../plans/stopIndex';
import { whatChanged, type EditNames } from './changeText';
import { NameForm } from './NameForm';
import { personName } from './personName';
import { VersionContents } from './VersionContents';

interface Props {
  version: PlanVersion;
  distributor: string;
  date: string;
  /** Where the version lies. */
  path: string;
  working: number | null;
  published: number | null;
  mayEdit: boolean;
  busy: boolean;
  onNamed: () => void;
  onAdopt: () => void;
}

const names: EditNames = {
  stop: (order) => {
    const terminal = terminalOf(order);
    return terminal === null ? order : outletName(terminal);
  },
  vehicle: plate,
};

/** One version: when, who, what changed, its figures, and what can be done with it. */
export function VersionRow({ version, distributor, date, path, working, published, mayEdit, busy, onNamed, onAdopt }: Props) {
  const [open, setOpen] = useState<'contents' | 'adopt' | 'name' | null>(null);
  const number_ = version.version;
  const isNow = number_ === working;
  const toggle = (what: 'contents' | 'adopt' | 'name') => setOpen(open === what ? null : what);
  // Whoever leaves the form goes on where they began.
  const nameButton = useRef<HTMLButtonElement>(null);
  const before = useRef(open);
  useEffect(() => {
    if (before.current === 'name' && open === null) nameButton.current?.focus();
    before.current = open;
  }, [open]);
  return (
    <li class={`version-item ${isNow ? 'is-now' : ''}`} data-testid="version-item" data-version={number_} data-name={version.name ?? ''}>
      <div class="version-head">
        <strong data-testid="version-title">{version.name ? t('versions.named', { version: number_, name: version.name }) : t('version.chip', { version: number_ })}</strong>
        {chips(version, isNow, published).map(([text, look]) => (
          <span key={text} class={`chip ${look}`}>
            {text}
          </span>
        ))}
        <span class="muted version-made">
          {version.origin ? t('versions.by', { when: dayAndTime(version.origin.at), who: personName(version.origin.by) }) : none}
          {version.origin?.base != null && ` · ${t('versions.from', { base: version.origin.base })}`}
        </span>
      </div>
      <p class="version-change" data-testid="version-change">
        {whatChanged(version, names)}
      </p>
      <dl class="version-figures">
        {figuresOf(version).map(([label, text, isBad]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class={isBad ? 'warning-text' : ''}>{text}</dd>
          </div>
        ))}
      </dl>
      <div class="version-actions">
        <button type="button" class="button button-small" aria-expanded={open === 'contents'} aria-label={t('versions.lookAt', { version: number_ })} data-testid="version-look" onClick={() => toggle('contents')}>
          {t(open === 'contents' ? 'versions.hide' : 'versions.look')}
        </button>
        {!isNow && working !== null && (
          <a class="button button-small" href={compareAddress(distributor, date, { left: number_, right: working })} aria-label={t('versions.compareOf', { version: number_ })} data-testid="version-compare">
            {t('versions.compare')}
          </a>
        )}
        {mayEdit && !isNow && (
          <button type="button" class="button button-small" aria-expanded={open === 'adopt'} aria-label={t('versions.adoptOf', { version: number_ })} data-testid="version-adopt" onClick={() => toggle('adopt')}>
            {t('versions.adopt')}
          </button>
        )}
        {mayEdit && (
          <button ref={nameButton} type="button" class="button button-small" aria-expanded={open === 'name'} data-testid="version-rename" onClick={() => toggle('name')}>
            {t(version.name ? 'versions.rename' : 'versions.name')}
          </button>
        )}
      </div>
      {open === 'contents' && <VersionContents version={number_} path={path} />}
      {open === 'adopt' && (
        <p class="version-sure">
          {t('versions.adoptSure', { version: number_ })}{' '}
          <button type="button" class="button button-primary" disabled={busy} data-testid="version-adopt-now" onClick={onAdopt}>
            {t('versions.adoptNow')}
          </button>
        </p>
      )}
      {open === 'name' && (
        <NameForm
          version={version}
          path={path}
          onLeave={() => setOpen(null)}
          onNamed={() => {
            setOpen(null);
            onNamed();
          }}
        />
      )}
    </li>
  );
}

function chips(version: PlanVersion, isNow: boolean, published: number | null): [string, string][] {
  const found: [string, string][] = [];
  if (isNow) found.push([t('versions.isNow'), 'chip-live']);
  if (version.version === published) found.push([t('versions.isPublished'), 'chip-published']);
  else if (version.status === 'Published') found.push([t('versions.wasPublished'), '']);
  if (version.isAside) found.push([t('versions.aside'), 'chip-late']);
  if (version.status === 'Discarded') found.push([t('versions.discarded'), '']);
  return found;
}

function figuresOf(version: PlanVersion): [label: string, text: string, isBad: boolean][] {
  const late = version.lateStops === 0 ? none : t('versions.lateOf', { count: version.lateStops, value: number(version.lateStops), time: duration(version.lateness) });
  return [
    [t('versions.km'), kilometers(version.distance), false],
    [t('versions.cost'), money(version.cost), false],
    [t('versions.late'), late, version.lateStops > 0],
    [t('versions.left'), version.unserved === 0 ? none : number(version.unserved), version.unserved > 0],
  ];
}
