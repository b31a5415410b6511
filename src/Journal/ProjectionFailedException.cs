namespace Territory.Journal;

/// <summary>
/// A projection threw while it applied an event. During an append: that append, and only that one, is undone and refused. During a rebuild or a
/// verification: it stops.
/// </summary>
public sealed class ProjectionFailedException(string projection, JournalEntry entry, Exception inner)
    : Exception($"Projection \"{projection}\" failed on event {entry.Alias} of {entry.Stream} version {entry.Version} (position {entry.Position}): {inner.Message}", inner)
{
    public string Projection { get; } = projection;

    public JournalEntry Entry { get; } = entry;
}
