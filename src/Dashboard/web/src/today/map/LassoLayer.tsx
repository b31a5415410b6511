import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/i18n';

interface Point {
  x: number;
  y: number;
}

interface Props {
  onDone: (polygon: readonly Point[], add: boolean) => void;
  onLeave: () => void;
  /** A pointer that went down with the key held, before this layer was there. */
  from: Point | null;
}

const freehandPixels = 6;
const closePixels = 12;
const fewest = 3;

/**
 * Lies over the map while stops are caught with a lasso: drag around them, or click corner after corner and the first
 * one again, Enter, or a double click to close it.
 */
export function LassoLayer({ onDone, onLeave, from }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const line = useRef<SVGPolygonElement>(null);
  const corners = useRef<Point[]>([]);
  const dragging = useRef(false);
  const start = useRef<Point | null>(null);

  const draw = (extra?: Point) => line.current?.setAttribute('points', [...corners.current, ...(extra ? [extra] : [])].map(({ x, y }) => `${x},${y}`).join(' '));
  const at = (event: MouseEvent): Point => {
    const bounds = box.current?.getBoundingClientRect();
    return { x: event.clientX - (bounds?.left ?? 0), y: event.clientY - (bounds?.top ?? 0) };
  };
  const follow = (down: Point, point: Point) => {
    if (!dragging.current && Math.hypot(point.x - down.x, point.y - down.y) < freehandPixels) return;
    if (!dragging.current) {
      dragging.current = true;
      corners.current = [down];
    }
    const last = corners.current[corners.current.length - 1];
    if (Math.hypot(point.x - last.x, point.y - last.y) >= freehandPixels) corners.current.push(point);
  };
  const finish = (add: boolean) => {
    const polygon = corners.current;
    corners.current = [];
    draw();
    if (polygon.length >= fewest) onDone(polygon, add);
  };

  useEffect(() => {
    box.current?.focus();
    if (!from) return;
    start.current = from;
    corners.current = [from];
    dragging.current = true;
  }, []);

  return (
    <div
      ref={box}
      class="lasso"
      tabIndex={0}
      role="application"
      aria-label={t('lasso.hint')}
      data-testid="lasso-layer"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = at(event);
        dragging.current = false;
      }}
      onPointerMove={(event) => {
        const down = start.current;
        if (!down || event.buttons === 0) {
          if (corners.current.length > 0) draw(at(event));
          return;
        }
        // A slow page is told of several steps at once; each of them is a bend of the line.
        const steps = event.getCoalescedEvents();
        for (const step of steps.length > 0 ? steps : [event]) follow(down, at(step));
        draw();
      }}
      onPointerUp={(event) => {
        const point = at(event);
        start.current = null;
        if (dragging.current) {
          dragging.current = false;
          finish(event.ctrlKey || event.metaKey);
          return;
        }
        const [first] = corners.current;
        if (first && corners.current.length >= fewest && Math.hypot(point.x - first.x, point.y - first.y) < closePixels) finish(event.ctrlKey || event.metaKey);
        else corners.current.push(point);
        draw();
      }}
      onDblClick={(event) => finish(event.ctrlKey || event.metaKey)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(event.ctrlKey || event.metaKey);
        else if (event.key === 'Escape') onLeave();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <svg aria-hidden="true">
        <polygon ref={line} />
      </svg>
      <p class="lasso-hint">{t('lasso.hint')}</p>
    </div>
  );
}
