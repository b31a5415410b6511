using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Lab;

/// <summary>The contents of scenarios, one row a version.</summary>
internal sealed class LabScenarioTables : IActorTables
{
    public const string Select = "SELECT header, content FROM lab_scenarios WHERE scenario = ?1 AND version = ?2";

    public IReadOnlyList<string> Names { get; } = ["lab_scenarios"];

    public void Create(IProjectionConnection connection) => connection.Execute("""
        CREATE TABLE lab_scenarios (
            scenario TEXT NOT NULL,
            version INTEGER NOT NULL,
            header TEXT NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (scenario, version))
        """);

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        ActorStateTable.Apply<LabScenarioState>(entry, id, @event, connection);
        if (@event is LabScenarioSaved saved)
        {
            connection.Execute(
                "INSERT INTO lab_scenarios (scenario, version, header, content) VALUES (?1, ?2, ?3, ?4)",
                id, saved.Header.Version, Contracts.Serialization.CompactJson.Text(saved.Header, Serialization.StateJsonContext.Default.LabScenarioHeader), saved.Content);
        }
    }
}
