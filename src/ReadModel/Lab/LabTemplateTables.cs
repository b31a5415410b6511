using Territory.Contracts;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Lab;

/// <summary>Templates need no table beside their state.</summary>
internal sealed class LabTemplateTables : IActorTables
{
    public IReadOnlyList<string> Names { get; } = [];

    public void Create(IProjectionConnection connection)
    {
    }

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection) =>
        ActorStateTable.Apply<LabTemplateState>(entry, id, @event, connection);
}
