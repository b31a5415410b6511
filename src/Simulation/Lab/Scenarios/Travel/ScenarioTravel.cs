using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios.Census;

namespace Territory.Simulation.Lab.Scenarios.Travel;

/// <summary>What days on the road take in a region, by the optimiser's routes.</summary>
public sealed record ScenarioTravel
{
    public const string Exact = "exact";
    public const string Fitted = "fitted";

    private const string OwnRoads = "live";

    /// <summary>"exact": every day is routed through its very terminals, for some hundred terminals; "fitted": by laws fitted to such routes, their error told.</summary>
    public string Costs { get; init; } = Fitted;

    /// <summary>
    /// A road network beside the scenario, as "roads build" writes it; "live", that of the live region whose terminals these are, or "live:" and the id of
    /// a live region; null: straight lines with a detour.
    /// </summary>
    public string? Roads { get; init; }

    /// <summary>On straight lines.</summary>
    public double KilometresPerHour { get; init; } = 25;

    /// <summary>What a road is longer than the straight line.</summary>
    public double Detour { get; init; } = 1.3;

    /// <summary>Where reps and vehicles start; null: the terminals' middle, each weighing what it sells.</summary>
    public double? DepotLongitude { get; init; }

    public double? DepotLatitude { get; init; }

    /// <summary>Cases of one trip; null: what a vehicle carries in a day.</summary>
    public int? TripCases { get; init; }

    /// <summary>Days that the optimiser plans for the fit; a quarter of them only measures its error.</summary>
    public int SampledDays { get; init; } = 120;

    /// <summary>Whose roads are meant.</summary>
    /// <exception cref="InvalidInputException">"live" where the terminals are not those of a live region.</exception>
    internal string? RoadsOf(CensusSource source)
    {
        if (Roads != OwnRoads)
            return Roads;
        return source.Live is { } live
            ? LiveRoads.NameOf(live.Region)
            : throw new InvalidInputException(new Problem("scenario.roads", "These terminals are of no live region; say whose roads, as live:ID, or leave it out for straight lines.", Field: "roads", Value: Roads));
    }
}
