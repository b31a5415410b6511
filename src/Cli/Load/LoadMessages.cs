using Territory.Model.Ids;

namespace Territory.Cli.Load;

/// <summary>Asks for a fresh load region.</summary>
internal sealed record LoadPreparation(int Terminals);

/// <summary>The n-th settlement of a terminal.</summary>
internal sealed record LoadSettlement(int Terminal, int Number, CommandId Command);

/// <summary>What the journal holds of a load run.</summary>
internal sealed record LoadStored(IReadOnlyList<LoadStoredCommand> Commands);

/// <summary>How many events one command has left.</summary>
internal sealed record LoadStoredCommand(Guid Command, int Events);
