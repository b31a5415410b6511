namespace Territory.Optimizer.Evaluation;

/// <summary>Keeps every broken rule.</summary>
internal readonly struct ListSink(List<BrokenRule> list) : IRuleSink
{
    public static bool IsStrict => false;

    public void Add(Rule rule, int location, long amount, long limit) => list.Add(new BrokenRule(rule, location, amount, limit));
}
