namespace Territory.Optimizer.Routing;

/// <summary>A pause of the driver (休息), taken between two stops, on the road where need be; the breaks of a day are taken in order.</summary>
/// <remarks>A break whose latest start comes after the end of the day is not needed, unless it is <see cref="IsObligatory"/>.</remarks>
public sealed record Break
{
    public required long Duration { get; init; }

    /// <summary>Disjoint windows for its start, in ascending order.</summary>
    public IReadOnlyList<Interval> Windows { get; init; } = [Interval.Always];

    /// <summary>The longest time from the departure, or from the end of the break before, to the start of this one; driving, service and waiting all count.</summary>
    public long MaxWorkBefore { get; init; } = Interval.Unbounded;

    /// <summary>The most on board while the break lasts; null: anything.</summary>
    public Load? MaxLoad { get; init; }

    /// <summary>Taken even where the day would end before its latest start.</summary>
    public bool IsObligatory { get; init; }

    /// <summary>Whether it may be taken with this on board, an amount for each dimension.</summary>
    internal bool Allows(ReadOnlySpan<long> onBoard)
    {
        for (var d = 0; MaxLoad is { } most && d < onBoard.Length; d++)
        {
            if (onBoard[d] > most[d])
                return false;
        }

        return true;
    }
}
