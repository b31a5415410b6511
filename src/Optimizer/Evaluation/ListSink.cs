namespace Territory.Optimizer.Evaluation;

/// <summary>Keeps every broken rule.</summary>
internal readonly struct ListSink(List<(Rule Rule, int Location, long Amount)> list) : IRuleSink
{
    public static bool IsStrict => false;

    public void Add(Rule rule, int location, long amount) => list.Add((rule, location, amount));
}
