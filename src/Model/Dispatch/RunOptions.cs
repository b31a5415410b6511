using System.Text.Json.Serialization;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Dispatch;

/// <summary>How to re-optimise. Iterations reproduce a run; a time limit only chooses how many are done.</summary>
/// <param name="Vehicles">With <see cref="RunScope.Routes"/> the vehicles; otherwise empty.</param>
/// <param name="MovePrice">What moving a stop to another vehicle than it has now must save (稳定性); nothing: stops move freely.</param>
/// <param name="KeepsDeparted">Whether the stops of trips that are out keep their order too, as drivers have it on their sheets.</param>
public sealed record RunOptions(
    RunScope Scope, IReadOnlyList<VehicleId> Vehicles, long Seed, long? Iterations, Duration? TimeLimit, Money MovePrice, bool ByTimeOfDay,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool KeepsDeparted = false);
