using Territory.Contracts;
using Territory.Journal;
using Territory.Journal.Sql;

namespace Territory.ReadModel.Actors;

/// <summary>The tables of one kind of actor.</summary>
internal interface IActorTables
{
    IReadOnlyList<string> Names { get; }

    void Create(IProjectionConnection connection);

    /// <summary>Takes in one event of an actor of this kind: its state first, then the tables.</summary>
    void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection);
}
