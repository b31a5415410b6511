namespace Territory.Optimizer.Evaluation;

/// <summary>Ends the walk at the first broken rule.</summary>
internal readonly struct StrictSink : IRuleSink
{
    public static bool IsStrict => true;

    public void Add(Rule rule, int location, long amount, long limit)
    {
    }
}
