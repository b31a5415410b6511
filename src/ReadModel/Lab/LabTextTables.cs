using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Lab;

/// <summary>Actors of the lab that keep their texts in the table of the runs.</summary>
internal sealed class LabTextTables<TRecord> : IActorTables
    where TRecord : class, IActorState<TRecord>
{
    public IReadOnlyList<string> Names { get; } = [];

    public void Create(IProjectionConnection connection)
    {
    }

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        ActorStateTable.Apply<TRecord>(entry, id, @event, connection);
        if (@event is LabTextRecorded text)
            LabRunTables.Insert(connection, id, text);
    }
}
