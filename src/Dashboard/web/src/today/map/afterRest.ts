const restMilliseconds = 200;
const inputs = ['pointerdown', 'pointerup', 'pointermove', 'keydown', 'wheel'] as const;

/** Does something once it is wanted and no key, press or turn of the wheel has come for a while. */
export class AfterRest {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly act: () => void,
    /** Told of every press, key and turn of the wheel, before whatever they are meant for. */
    private readonly heard: (input: Event) => void = () => undefined,
    private readonly inputsOf: EventTarget = window,
  ) {
    for (const type of inputs) inputsOf.addEventListener(type, this.onInput, { capture: true, passive: true });
  }

  want(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.act();
    }, restMilliseconds);
  }

  destroy(): void {
    clearTimeout(this.timer);
    for (const type of inputs) this.inputsOf.removeEventListener(type, this.onInput, { capture: true });
  }

  private readonly onInput = (input: Event): void => {
    // A pointer that only passes over the page asks for nothing.
    if (input.type === 'pointermove' && !(input as PointerEvent).buttons) return;
    if (input.type !== 'pointermove' && input.type !== 'pointerup') this.heard(input);
    if (this.timer !== undefined) this.want();
  };
}
