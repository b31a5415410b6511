namespace Territory.Optimizer.Formats;

/// <summary>How many trips each vehicle of a VRPLIB file may make: VEHICLES_RELOAD_DEPOT_SECTION says where it reloads, as PyVRP has it, and VEHICLES_MAX_RELOADS how often at most.</summary>
/// <remarks>A vehicle reloads at its own depot or not at all.</remarks>
internal sealed class VrplibReloads(VrplibText text, int depots, int mostTrips, ProblemLog log)
{
    public const string Section = "VEHICLES_RELOAD_DEPOT_SECTION";
    public const string Most = "VEHICLES_MAX_RELOADS";

    /// <param name="most">How often each vehicle may reload at most.</param>
    /// <param name="depotOf">The depot of each vehicle, counted from zero.</param>
    public Func<int, int> Read(int count, Func<int, double> most, Func<int, int> depotOf)
    {
        if (text.Rows(Section, isNeeded: false) is not { } rows)
            return _ => 1;
        var lineOf = new int[count];
        var reloads = new bool[count];
        foreach (var (line, words) in rows)
        {
            if (!text.TryNumberOf(Section, "vehicle", words[0], line, lineOf, out var vehicle))
                continue;
            foreach (var word in words.Skip(1))
            {
                if (!log.TryWhole(word, line, Section, 1, depots, out var depot))
                    continue;
                if (depot - 1 != depotOf(vehicle))
                    log.Add("vrplib.reload.depot", $"A vehicle can reload at its own depot only, which is {depotOf(vehicle) + 1}; without other depots the problem is solved with fewer choices.", line, Section, word);
                reloads[vehicle] = true;
            }
        }

        text.RequireAll(Section, "vehicle", lineOf);
        return vehicle => reloads[vehicle] ? (int)Math.Clamp(1 + most(vehicle), 1, mostTrips) : 1;
    }
}
