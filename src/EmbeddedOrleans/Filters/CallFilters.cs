namespace Orleans.Runtime.Filters;

/// <summary>The filters around the calls of one grain class, outermost first.</summary>
internal sealed class CallFilters(IIncomingGrainCallFilter[] silo, bool grainFilters)
{
    internal bool IsEmpty { get; } = silo.Length == 0 && !grainFilters;

    /// <summary>The filter at a position for this grain; null after the last.</summary>
    internal IIncomingGrainCallFilter? At(int index, object grain) =>
        index < silo.Length ? silo[index]
        : index == silo.Length && grainFilters ? (IIncomingGrainCallFilter)grain
        : null;
}
