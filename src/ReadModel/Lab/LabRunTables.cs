using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Lab;

/// <summary>The texts of runs: what was run and what it gave, a row a piece.</summary>
internal sealed class LabRunTables : IActorTables
{
    private const string Select = "SELECT content FROM lab_texts WHERE run = ?1 AND kind = ?2 AND number = ?3 ORDER BY part";

    public IReadOnlyList<string> Names { get; } = ["lab_texts"];

    public void Create(IProjectionConnection connection) => connection.Execute("""
        CREATE TABLE lab_texts (
            run TEXT NOT NULL,
            kind TEXT NOT NULL,
            number INTEGER NOT NULL,
            part INTEGER NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (run, kind, number, part))
        """);

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        ActorStateTable.Apply<LabRunRecord>(entry, id, @event, connection);
        if (@event is LabTextRecorded text)
            Insert(connection, id, text);
    }

    public static void Insert(IProjectionConnection connection, string id, LabTextRecorded text) => connection.Execute(
        "INSERT INTO lab_texts (run, kind, number, part, content) VALUES (?1, ?2, ?3, ?4, ?5)",
        id, Enum.GetName(text.Kind)!, text.Number, text.Part, text.Content);

    public static string Text(IQueryConnection connection, string run, LabTextKind kind, int number) =>
        string.Concat(connection.List(Select, rows => rows.GetString(0), run, Enum.GetName(kind)!, number));
}
