using Territory.Journal.Sql;

namespace Territory.Journal;

/// <summary>
/// Tables derived from the journal and kept in the same transaction as each append.
/// </summary>
/// <remarks>
/// Apply must depend on nothing but the entry and the projection's own tables, and keep no state outside them: it is called again for the same
/// entry when a batch is undone, in a rebuild, and in a verification, where its tables are compared with a recomputation row by row.
/// </remarks>
public interface IProjection
{
    /// <summary>Stable name, unique among the projections of a journal.</summary>
    string Name { get; }

    /// <summary>Raised whenever the tables or the rules change; the journal then rebuilds the projection when it is opened.</summary>
    int Version { get; }

    /// <summary>Every table that <see cref="CreateTables"/> creates. They are dropped for a rebuild and compared in a verification.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Creates the tables and their indexes; called when none of them exist.</summary>
    void CreateTables(IProjectionConnection connection);

    /// <summary>Applies one event. Events come in order of position. An exception undoes the append that the event belongs to.</summary>
    void Apply(JournalEntry entry, IProjectionConnection connection);
}
