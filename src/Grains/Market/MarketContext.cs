using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Journal;
using Territory.Model.Ids;

namespace Territory.Grains.Market;

/// <summary>What the parts of the market's driver share.</summary>
internal sealed partial class MarketContext(IGrainFactory grains, IJournal journal, ChangeBoard board, ILogger logger)
{
    /// <summary>The journal's name for who acts in a simulated market.</summary>
    public static readonly UserId Actor = new("market");

    public IGrainFactory Grains { get; } = grains;

    public IJournal Journal { get; } = journal;

    public ChangeBoard Board { get; } = board;

    public static CommandHeader Header(CommandId id, DateTimeOffset at) => new(id, Actor, at);

    /// <summary>Notes a refusal: someone else was there first.</summary>
    public void Note(CommandResult result, string command, string actor)
    {
        if (!result.Accepted)
            LogRefused(command, actor, result.RefusalCode!);
    }

    [LoggerMessage(LogLevel.Information, "The market's {Command} to {Actor} was refused: {Code}.")]
    private partial void LogRefused(string command, string actor, string code);
}
