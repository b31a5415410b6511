namespace Territory.Journal.Benchmarks;

/// <summary>The same commands for every contender: one event each, over many streams in a scattered order.</summary>
internal static class Workload
{
    public const int Streams = 10_000;
    public const int PayloadBytes = 200;
    public const int AnswerBytes = 40;

    public static readonly string[] StreamNames = [.. Enumerable.Range(0, Streams).Select(i => $"terminal/T{i:D6}")];

    public static readonly byte[] Payload = [.. Enumerable.Range(0, PayloadBytes).Select(i => (byte)('a' + (i % 26)))];

    public static readonly byte[] Answer = [.. Enumerable.Range(0, AnswerBytes).Select(i => (byte)('A' + (i % 26)))];

    /// <summary>The stream of the nth command: a permutation, so that each stream has its turn (the step is coprime to the number of streams).</summary>
    public static int StreamOf(long command) => (int)(command * 7_919 % Streams);
}
