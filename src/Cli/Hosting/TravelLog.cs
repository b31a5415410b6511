using Microsoft.Extensions.Logging;

namespace Territory.Cli.Hosting;

/// <summary>Brings what the travel figures note into the log: kept until there is one, and the same text once a minute, for every plan of an outage would repeat it.</summary>
internal sealed partial class TravelLog(TimeProvider timeProvider)
{
    private const int MostWaiting = 100;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly List<string> waiting = [];
    private ILogger? logger;
    private string lastText = "";
    private DateTimeOffset lastAt = DateTimeOffset.MinValue;

    public void Note(string text)
    {
        lock (gate)
        {
            var now = timeProvider.GetUtcNow();
            if (text == lastText && now - lastAt < Quiet)
                return;
            (lastText, lastAt) = (text, now);
            if (logger is null && waiting.Count < MostWaiting)
                waiting.Add(text);
            else if (logger is not null)
                Noted(logger, text);
        }
    }

    public void Attach(ILogger target)
    {
        lock (gate)
        {
            logger = target;
            waiting.ForEach(text => Noted(target, text));
            waiting.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Text}")]
    private static partial void Noted(ILogger logger, string text);
}
