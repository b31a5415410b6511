namespace Territory.Journal.Sql;

/// <summary>A read transaction: every query sees the tables as they were at <see cref="Position"/>. For one thread at a time.</summary>
public interface IReadSnapshot : IQueryConnection, IDisposable
{
    /// <summary>Position of the last event that the tables contain.</summary>
    long Position { get; }
}
