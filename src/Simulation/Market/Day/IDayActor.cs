using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Simulation.Market.Day;

/// <summary>Something with at most one next event on the day: a rep, a vehicle, the closings, the evening's planning, midnight.</summary>
internal interface IDayActor
{
    ActorOrder Order { get; }

    /// <summary>Breaks ties among actors of one order.</summary>
    string Id { get; }

    /// <summary>The time of the next event; null when there is none.</summary>
    TimeOfDay? NextAt { get; }

    /// <summary>The outlet that the next event touches; null when it touches none or all.</summary>
    TerminalId? NextTerminal { get; }

    /// <summary>Carries out the next event and decides on the one after. If it throws, nothing has changed and it can be carried out again.</summary>
    ValueTask ExecuteAsync(CancellationToken cancellationToken);
}
