using Territory.Journal;
using Territory.Journal.Sql;

namespace Territory.ReadModel.Tests.Fixtures;

/// <summary>The read model of version 1: it knew no dispatch orders and kept no schedules.</summary>
internal sealed class FirstProjection : IProjection
{
    private static readonly string[] Later = ["dispatch_orders", "delivery_schedules"];

    private readonly TerritoryProjection today = new();

    public string Name => today.Name;

    public int Version => 1;

    public IReadOnlyList<string> Tables => [.. today.Tables.Except(Later)];

    public void CreateTables(IProjectionConnection connection)
    {
        today.CreateTables(connection);
        foreach (var table in Later)
            connection.Execute($"DROP TABLE {table}");
    }

    public void Apply(JournalEntry entry, IProjectionConnection connection) => today.Apply(entry, connection);
}
