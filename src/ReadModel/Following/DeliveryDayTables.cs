using Territory.Contracts;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Following;

/// <summary>Delivery days have their state and no table: nobody asks for more than one of them.</summary>
internal sealed class DeliveryDayTables : IActorTables
{
    public IReadOnlyList<string> Names { get; } = [];

    public void Create(IProjectionConnection connection)
    {
    }

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection) =>
        ActorStateTable.Apply<DeliveryDayState>(entry, id, @event, connection);
}
