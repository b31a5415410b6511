import { afterEach, describe, expect, it } from 'vitest';
import { locale } from '../src/i18n/i18n';
import { wordsOf } from '../src/ui/validity';

const started = locale.value;
afterEach(() => {
  locale.value = started;
});

const refused = (flag: keyof ValidityState, rest: object = {}) => wordsOf({ validity: { [flag]: true } as unknown as ValidityState, ...rest });

// Which flag is set for which rule is the HTML standard's constraint validation.
describe('a field that its own rules refuse', () => {
  it('says what it lacks, with the bound that it has', () => {
    locale.value = 'en';
    expect(refused('valueMissing')).toBe('Please fill this in.');
    expect(refused('tooShort', { minLength: 10 })).toBe('At least 10 characters.');
    expect(refused('rangeOverflow', { max: '10000' })).toBe('At most 10,000.');
    expect(refused('rangeUnderflow', { min: '0.5' })).toBe('At least 0.5.');
    expect(refused('stepMismatch', { step: '1' })).toBe('A whole number, please.');
    expect(refused('typeMismatch', { type: 'email' })).toBe('This is no e-mail address.');
    expect(refused('badInput')).toBe('This value is not possible here.');
  });

  it('says it in the language of the page', () => {
    locale.value = 'zh';
    expect(refused('tooShort', { minLength: 10 })).toBe('至少 10 个字符。');
  });
});
