using System.Reflection;
using System.Runtime.CompilerServices;
using Territory.Contracts;
using Territory.Contracts.Serialization;
using Territory.Journal;

namespace Territory.ReadModel.Queries;

/// <summary>An event with its place in the journal.</summary>
/// <param name="Event">Null where it is of a kind that was not asked for.</param>
public readonly record struct Happening(long Position, string Key, IEvent? Event);

/// <summary>Follows events with what they say, for those who pass them on.</summary>
public sealed class EventFeed(IJournal journal)
{
    /// <summary>Position of the last event.</summary>
    public long Position => journal.Position;

    /// <summary>Every event after a position, in order, without gaps, and then each as it happens; decoded where it is of one of two types.</summary>
    public async IAsyncEnumerable<Happening> FollowAsync<TFirst, TSecond>(long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TFirst : IEvent
        where TSecond : IEvent
    {
        string[] wanted = [AliasOf(typeof(TFirst)), AliasOf(typeof(TSecond))];
        await foreach (var entry in journal.FollowAsync(afterPosition, cancellationToken))
            yield return new Happening(entry.Position, entry.Stream.Key, wanted.Contains(entry.Alias) ? EventCodec.Decode(entry.Alias, entry.Payload.Span) : null);
    }

    private static string AliasOf(Type type) => type.GetCustomAttribute<AliasAttribute>()!.Alias;
}
