/**
 * Asks one question at a time: while an answer is awaited only the newest question is kept, and an answer
 * that a newer question has overtaken is not told. Questions follow each other no faster than the pause.
 */
export class LatestOnly<TQuestion, TAnswer> {
  private waiting: { question: TQuestion } | null = null;
  private busy = false;
  private generation = 0;

  constructor(
    private readonly ask: (question: TQuestion) => Promise<TAnswer>,
    private readonly tell: (question: TQuestion, answer: TAnswer) => void,
    private readonly fail: (question: TQuestion, error: unknown) => void,
    private readonly pauseMilliseconds = 30,
  ) {}

  want(question: TQuestion): void {
    this.generation++;
    this.waiting = { question };
    if (!this.busy) void this.run();
  }

  /** Whatever is still under way is told to nobody. */
  forget(): void {
    this.generation++;
    this.waiting = null;
  }

  private async run(): Promise<void> {
    this.busy = true;
    while (this.waiting) {
      const { question } = this.waiting;
      const { generation } = this;
      this.waiting = null;
      try {
        const answer = await this.ask(question);
        if (generation === this.generation) this.tell(question, answer);
      } catch (error) {
        if (generation === this.generation) this.fail(question, error);
      }
      if (this.waiting) await new Promise((resolve) => setTimeout(resolve, this.pauseMilliseconds));
    }
    this.busy = false;
  }
}
