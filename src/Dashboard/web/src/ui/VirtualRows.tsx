import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useMedia } from './useMedia';
import './virtual.css';

interface Props {
  count: number;
  /** With a mouse; on a phone no row is lower than a thumb needs. */
  rowHeight: number;
  label: string;
  columns: number;
  head: ComponentChildren;
  row: (index: number) => ComponentChildren;
  /** Kept in view, for keyboard movement. */
  reveal?: number;
  testId?: string;
}

const spare = 8;
const touchHeightPixels = 44;

/** A table of any length of which only the rows in view exist. */
export function VirtualRows({ count, rowHeight: mouseHeight, label, columns, head, row, reveal, testId }: Props) {
  const rowHeight = useMedia('(max-width: 760px)') ? Math.max(mouseHeight, touchHeightPixels) : mouseHeight;
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    const element = box.current;
    if (!element || reveal === undefined || reveal < 0) return;
    const y = reveal * rowHeight;
    if (y < element.scrollTop) element.scrollTop = y;
    else if (y + rowHeight * 2 > element.scrollTop + element.clientHeight) element.scrollTop = y + rowHeight * 2 - element.clientHeight;
  }, [reveal, rowHeight]);

  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + spare);
  const indexes = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset);
  return (
    <div class="virtual" ref={box} onScroll={(event) => setTop(event.currentTarget.scrollTop)} tabIndex={0} role="group" aria-label={label}>
      <table class="table virtual-table" style={{ '--row-height': `${rowHeight}px` }} aria-rowcount={count + 1} aria-label={label} data-testid={testId} data-count={count}>
        <thead>{head}</thead>
        <tbody>
          {first > 0 && (
            <tr aria-hidden="true" class="virtual-gap" style={{ height: `${first * rowHeight}px` }}>
              <td colSpan={columns} />
            </tr>
          )}
          {indexes.map((index) => row(index))}
          {last < count && (
            <tr aria-hidden="true" class="virtual-gap" style={{ height: `${(count - last) * rowHeight}px` }}>
              <td colSpan={columns} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
