using System.Runtime.CompilerServices;
using Territory.Journal;

namespace Territory.ReadModel.Queries;

/// <summary>That something happened to an actor; what it became is asked of the read model, which already contains it.</summary>
/// <param name="Kind">The actor's kind, one of <see cref="Actors.ActorKind"/>.</param>
/// <param name="Key">The actor's id.</param>
/// <param name="Event">The event's alias.</param>
public readonly record struct Change(long Position, string Kind, string Key, string Event);

/// <summary>Follows what happens, for those who show it live.</summary>
public sealed class JournalFeed(IJournal journal)
{
    /// <summary>Position of the last event.</summary>
    public long Position => journal.Position;

    /// <summary>Every change after a position, in order, without gaps, and then each as it happens.</summary>
    public async IAsyncEnumerable<Change> FollowAsync(long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in journal.FollowAsync(afterPosition, cancellationToken))
            yield return new Change(entry.Position, entry.Stream.Kind, entry.Stream.Key, entry.Alias);
    }
}
