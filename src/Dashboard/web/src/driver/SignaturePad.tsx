import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { base64Of } from '../offline/pictures';

const width = 320;
const height = 120;

/** The shop's owner signs with a finger. */
export function SignaturePad({ onSignature }: { onSignature: (content: string | null) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [signed, setSigned] = useState(false);
  const drawing = useRef(false);

  const place = (event: PointerEvent): [number, number] => {
    const box = canvas.current!.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * width, ((event.clientY - box.top) / box.height) * height];
  };
  const begin = (event: PointerEvent) => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    canvas.current?.setPointerCapture(event.pointerId);
    drawing.current = true;
    pen.lineWidth = 2.5;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.moveTo(...place(event));
  };
  const draw = (event: PointerEvent) => {
    if (!drawing.current) return;
    const pen = canvas.current?.getContext('2d');
    pen?.lineTo(...place(event));
    pen?.stroke();
  };
  const end = () => {
    if (!drawing.current) return;
    drawing.current = false;
    setSigned(true);
    onSignature(base64Of(canvas.current!.toDataURL('image/png')));
  };
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, width, height);
    setSigned(false);
    onSignature(null);
  };

  return (
    <div class="signature">
      <span id="signature-label">{t('picture.sign')}</span>
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-labelledby="signature-label"
        data-testid="signature-pad"
        data-signed={signed}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      {signed && (
        <button type="button" class="button button-quiet" onClick={clear}>
          {t('picture.clear')}
        </button>
      )}
    </div>
  );
}
