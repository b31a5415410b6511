import { dropMark } from './dragging';

/** Shows over the lists where a drop would go. It lies above the page, so that no list is painted anew when it moves. */
export function MarkBox() {
  const mark = dropMark.value;
  if (!mark) return null;
  const { isLine, left, top, width, height } = mark;
  return (
    <div
      class={`drop-mark ${isLine ? 'is-line' : ''}`}
      aria-hidden="true"
      data-testid="drop-mark"
      style={{ transform: `translate(${Math.round(left)}px, ${Math.round(top)}px)`, width: `${Math.round(width)}px`, height: `${Math.round(height)}px` }}
    />
  );
}
