using Territory.Contracts;
using Territory.Contracts.Schedules;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Schedules;

/// <summary>What the runs on a distributor's list gave, a row a piece.</summary>
internal sealed class DeliveryScheduleTables : IActorTables
{
    public IReadOnlyList<string> Names { get; } = ["delivery_schedules"];

    public void Create(IProjectionConnection connection) => connection.Execute("""
        CREATE TABLE delivery_schedules (
            distributor TEXT NOT NULL,
            run TEXT NOT NULL,
            part INTEGER NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (distributor, run, part))
        """);

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        var (before, after) = ActorStateTable.Apply<DeliveryScheduleState>(entry, id, @event, connection);
        if (@event is SchedulePartRecorded part)
            connection.Execute("INSERT INTO delivery_schedules (distributor, run, part, content) VALUES (?1, ?2, ?3, ?4)", id, part.Run, part.Part, part.Content);
        if (@event is not ScheduleStarted || before is null)
            return;
        foreach (var gone in before.Runs.Where(record => after!.Find(record.Start.Run) is null))
            connection.Execute("DELETE FROM delivery_schedules WHERE distributor = ?1 AND run = ?2", id, gone.Start.Run);
    }
}
