using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Simulation.Market.Day;

/// <summary>A rep or a vehicle.</summary>
internal interface ITravellingActor : IDayActor
{
    AgentPosition Position { get; }

    /// <summary>Outlets that it may still touch today.</summary>
    IEnumerable<TerminalId> Ahead { get; }

    /// <summary>Decides anew what comes next under a changed plan; what is under way is finished first.</summary>
    ValueTask ReplanAsync(TimeOfDay now, CancellationToken cancellationToken);
}
