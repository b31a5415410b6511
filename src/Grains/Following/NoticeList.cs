using Territory.Model.Following;

namespace Territory.Grains.Following;

/// <summary>The notices of a day, bounded: beyond it the oldest go.</summary>
/// <param name="after">The last number that is taken: numbers go on over days, so that a number names one notice as long as the process lives.</param>
internal sealed class NoticeList(int after = 0)
{
    /// <summary>More than anyone reads.</summary>
    public const int MostKept = 500;

    private readonly LinkedList<FleetNotice> notices = [];
    private int last = after;

    /// <summary>The last number given.</summary>
    public int Last => last;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<FleetNotice> Newest => [.. notices];

    /// <summary>Puts a notice on the list; one that is there already, and now has an end, changes in its place.</summary>
    public void Put(FleetNotice notice)
    {
        for (var node = notices.First; node is not null; node = node.Next)
        {
            if (node.Value.Kind != notice.Kind || node.Value.Vehicle != notice.Vehicle || node.Value.Since != notice.Since || node.Value.Terminal != notice.Terminal)
                continue;
            node.Value = notice with { Number = node.Value.Number, IsAcknowledged = node.Value.IsAcknowledged };
            return;
        }

        notices.AddFirst(notice with { Number = ++last });
        if (notices.Count > MostKept)
            notices.RemoveLast();
    }

    /// <summary>Whether there is such a notice.</summary>
    public bool Acknowledge(int number)
    {
        for (var node = notices.First; node is not null; node = node.Next)
        {
            if (node.Value.Number != number)
                continue;
            node.Value = node.Value with { IsAcknowledged = true };
            return true;
        }

        return false;
    }
}
