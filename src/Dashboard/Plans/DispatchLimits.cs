using Territory.Dashboard.Field;
using Territory.Dashboard.Hosting;
using Territory.Model.Dispatch.Edits;

namespace Territory.Dashboard.Plans;

/// <summary>What one request about a plan may name: as much as a person does at once on the largest day.</summary>
internal static class DispatchLimits
{
    private const int MostEdits = 50;
    private const int MostStops = 500;
    private const int MostVehicles = 200;

    public static IReadOnlyList<RequestProblem> Some(IEnumerable<RequestProblem?> problems) => [.. problems.OfType<RequestProblem>()];

    public static IReadOnlyList<RequestProblem> Problems(IReadOnlyList<PlanEdit> edits)
    {
        if (edits.Any(edit => edit is null))
            return [new RequestProblem("edit.missing", "An edit is an object with its kind.", "edits")];
        return Some([
            edits.Count is 0 or > MostEdits ? new RequestProblem("edit.count", $"1 to {MostEdits} edits are made at once.", "edits", $"{edits.Count}") : null,
            Stops("edits", edits.Sum(StopsOf)),
            .. edits.Select((edit, number) => FieldLimits.Note($"edits[{number}]", TextOf(edit))),
        ]);
    }

    public static RequestProblem? Stops(string field, int count) =>
        count <= MostStops ? null : new RequestProblem("edit.stops", $"At most {MostStops} stops are named at once.", field, $"{count}");

    public static RequestProblem? Vehicles(string field, int count) =>
        count <= MostVehicles ? null : new RequestProblem("edit.vehicles", $"At most {MostVehicles} vehicles are named at once.", field, $"{count}");

    private static int StopsOf(PlanEdit edit) => edit switch
    {
        MoveStops move => move.Stops.Count,
        HoldStops hold => hold.Stops.Count,
        LockStops locks => locks.Stops.Count,
        _ => 1,
    };

    private static string? TextOf(PlanEdit edit) => edit switch
    {
        HoldStops hold => hold.Note,
        BreakDown breakDown => breakDown.Note,
        ChangeCrew change => change.Crew.DriverName,
        _ => null,
    };
}
