using Territory.Model.Ids;

namespace Territory.Cli.Load;

/// <summary>Something that takes a terminal's commands and can say afterwards what it has stored.</summary>
internal interface ILoadTarget
{
    /// <summary>Makes the terminals, number 0 to <paramref name="terminals"/> - 1, of a fresh load region.</summary>
    Task PrepareAsync(int terminals, CancellationToken cancellationToken);

    /// <summary>Sends the n-th sales settlement of a terminal; returns once it is acknowledged.</summary>
    Task SettleAsync(int terminal, int number, CommandId command, CancellationToken cancellationToken);

    /// <summary>How many events each command has left in the journal.</summary>
    Task<IReadOnlyDictionary<CommandId, int>> StoredAsync(CancellationToken cancellationToken);
}
