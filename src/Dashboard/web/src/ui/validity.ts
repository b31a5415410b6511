import { number } from '../i18n/format';
import { t } from '../i18n/i18n';

type Checked = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Says what a field lacks in the language of the page; the browser would say it in its own. */
export function nameWhatIsWrong(): void {
  document.addEventListener('invalid', (event) => {
    const field = event.target as Checked;
    field.setCustomValidity('');
    if (!field.validity.valid) field.setCustomValidity(wordsOf(field));
  }, true);
  // Words of an earlier try would keep a field wrong that no longer is.
  document.addEventListener('input', (event) => (event.target as Partial<Checked>).setCustomValidity?.(''), true);
  document.addEventListener('click', (event) => {
    const form = (event.target as Element | null)?.closest?.<HTMLButtonElement>('button[type=submit]')?.form;
    for (const field of form?.elements ?? []) (field as Partial<Checked>).setCustomValidity?.('');
  }, true);
}

/** What is wrong with a field that its own rules refuse. */
export function wordsOf(field: Pick<Checked, 'validity'> & { type?: string; minLength?: number; min?: string; max?: string; step?: string }): string {
  const { validity } = field;
  if (validity.valueMissing) return t('field.required');
  if (validity.tooShort) return t('field.short', { count: field.minLength ?? 0 });
  if (validity.rangeUnderflow) return t('field.least', { value: bound(field.min) });
  if (validity.rangeOverflow) return t('field.most', { value: bound(field.max) });
  if (validity.stepMismatch) return t(field.step === '' || field.step === '1' ? 'field.whole' : 'field.wrong');
  return t(validity.typeMismatch && field.type === 'email' ? 'field.email' : 'field.wrong');
}

function bound(text: string | undefined): string {
  const value = Number(text);
  return text === undefined || text === '' || !Number.isInteger(value) ? (text ?? '') : number(value);
}
