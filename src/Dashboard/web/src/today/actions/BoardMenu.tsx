import { signal } from '@preact/signals';
import { Fragment } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { distributorName, outletName, plate } from '../../region/names';
import { Icon } from '../../ui/icons';
import { terminalOf } from '../plans/stopIndex';
import { actionsFor, readOnlyReason } from './actions';
import type { Target } from './targets';

interface OpenMenu {
  target: Target;
  x: number;
  y: number;
  /** What gets the focus back. */
  from: HTMLElement | null;
}

const menu = signal<OpenMenu | null>(null);

export function openMenu(target: Target | null, x: number, y: number): void {
  if (target) menu.value = { target, x, y, from: document.activeElement instanceof HTMLElement ? document.activeElement : null };
}

/** The button that opens the menu of a stop, vehicle or day: what a right click does, for those who have none. */
export function MenuButton({ target, label, testId = 'menu-button' }: { target: () => Target | null; label: string; testId?: string }) {
  return (
    <button
      type="button"
      class="icon-button menu-button"
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      data-testid={testId}
      onClick={(event) => {
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        event.currentTarget.focus();
        openMenu(target(), box.left, box.bottom);
      }}
    >
      <Icon name="more" />
    </button>
  );
}

export function BoardMenu() {
  const open = menu.value;
  return open ? <MenuBox key={`${open.x} ${open.y}`} open={open} /> : null;
}

function MenuBox({ open: { target, x, y, from } }: { open: OpenMenu }) {
  const box = useRef<HTMLDivElement>(null);
  const close = (back: boolean) => {
    menu.value = null;
    if (back) from?.focus();
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    element.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
    element.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, []);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) close(false);
    };
    addEventListener('pointerdown', outside, true);
    return () => removeEventListener('pointerdown', outside, true);
  }, []);

  const move = (event: KeyboardEvent) => {
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next =
      event.key === 'ArrowDown' ? items[(at + 1) % items.length] : event.key === 'ArrowUp' ? items[(at - 1 + items.length) % items.length] : event.key === 'Home' ? items[0] : event.key === 'End' ? items.at(-1) : null;
    if (next) next.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const offered = actionsFor(target);
  const reason = readOnlyReason();
  return (
    <div class="board-menu" ref={box} role="menu" aria-label={titleOf(target)} data-testid="board-menu" onKeyDown={move} onContextMenu={(event) => event.preventDefault()}>
      <div class="board-menu-title" aria-hidden="true">
        {titleOf(target)}
      </div>
      {offered.map((action) => (
        <Fragment key={action.id}>
          {action.isFirst && <div role="separator" class="menu-line" />}
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            data-testid={`action-${action.id}`}
            onClick={() => {
              close(true);
              action.run(target);
            }}
          >
            <span>{t(action.label)}</span>
            {action.key && <kbd>{action.key}</kbd>}
          </button>
        </Fragment>
      ))}
      {reason && <p class="hint board-menu-note">{t(reason)}</p>}
    </div>
  );
}

export function titleOf(target: Target): string {
  if (target.scope === 'day') return distributorName(target.plan.distributor);
  if (target.scope === 'vehicle') return plate(target.vehicle);
  if (target.orders.length > 1) return t('stop.chosen', { count: target.orders.length, value: number(target.orders.length) });
  const terminal = terminalOf(target.orders[0]);
  return terminal === null ? target.orders[0] : outletName(terminal);
}
