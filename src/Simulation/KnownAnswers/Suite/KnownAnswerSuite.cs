namespace Territory.Simulation.KnownAnswers.Suite;

/// <summary>Everything the simulator is asked whose right answer is known from elsewhere (已知答案检验).</summary>
public static class KnownAnswerSuite
{
    public static IReadOnlyList<KnownAnswerTest> Tests { get; } =
    [
        Of("V1", "newsvendor", _ => StockAnswers.Newsvendor()),
        Of("V2", "(s,S) policy, formula and simulation", StockAnswers.PeriodicReview),
        Of("V4", "economic order quantity", _ => StockAnswers.EconomicOrderQuantity()),
        Of("V7", "lost sales under any lead-time law", StockAnswers.LostSales),
        Of("V8", "ready rate with backorders", StockAnswers.ReadyRate),
        Of("V10", "Bass curve and agents", MarketModelAnswers.Bass, LabAnswers.Bass),
        Of("V11", "bullwhip of a moving average", StockAnswers.Bullwhip),
        Of("V14", "effort split", _ => MarketModelAnswers.EffortSplit()),
        Of("V15", "Huff and Reilly", _ => MarketModelAnswers.Huff(), _ => LabAnswers.Huff()),
        Of("V16", "share under limited availability", MarketModelAnswers.Availability, LabAnswers.Availability),
        Of("V17", "M/M/1 and Little's law", StockAnswers.Queue),
        Of("V18", "tours with a known length", RoutingAnswers.Tours),
        Of("V19", "routes against trying everything", RoutingAnswers.Exhaustive),
        Of("V22", "conservation of goods and cash", MarketAnswers.ConservationAsync, LabAnswers.Conservation),
        Of("V23", "null effects", MarketAnswers.NullEffectsAsync, LabEffectAnswers.NullEffects),
        Of("V24", "stylised facts", MarketAnswers.StylisedFactsAsync, LabEffectAnswers.StylisedFacts),
        Of("V25", "one worker and four", MarketAnswers.WorkersAsync, LabAnswers.Workers),
    ];

    /// <summary>The answers of some rows, one row after another.</summary>
    /// <param name="progress">Told each row when it is done.</param>
    public static async ValueTask<IReadOnlyList<KnownAnswer>> RunAsync(
        IReadOnlyList<KnownAnswerTest> tests, long seed, IProgress<IReadOnlyList<KnownAnswer>>? progress, CancellationToken cancellationToken)
    {
        var answers = new List<KnownAnswer>();
        foreach (var test in tests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = await test.Run(seed, cancellationToken);
            answers.AddRange(row);
            progress?.Report(row);
        }

        return answers;
    }

    private static KnownAnswerTest Of(string row, string title, params Func<long, AnswerSheet>[] parts) =>
        new(row, title, (seed, _) => new([.. parts.SelectMany(part => part(seed).Answers)]));

    private static KnownAnswerTest Of(
        string row, string title, Func<long, CancellationToken, ValueTask<IReadOnlyList<KnownAnswer>>> market, Func<long, AnswerSheet> lab) =>
        new(row, title, async (seed, cancellationToken) => [.. await market(seed, cancellationToken), .. lab(seed).Answers]);
}
