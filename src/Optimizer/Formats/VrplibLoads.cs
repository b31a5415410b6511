namespace Territory.Optimizer.Formats;

/// <summary>What a VRPLIB file brings to its nodes and takes from them, in one to three dimensions, from sections of nodes and amounts.</summary>
/// <remarks>BACKHAUL_SECTION is PyVRP's, a row with the amounts of every node, or LKH-3's, a list of nodes up to -1 whose demand is taken and not brought.</remarks>
internal sealed class VrplibLoads(VrplibText text, int size, int depots, ProblemLog log)
{
    public const string Demands = "DEMAND_SECTION";
    public const string Linehauls = "LINEHAUL_SECTION";
    public const string Backhauls = "BACKHAUL_SECTION";

    private string section = Demands;

    /// <summary>How many amounts a node has.</summary>
    public int Dimensions { get; private set; } = 1;

    /// <param name="hasOrder">Whether backhauls come after linehauls, so that a node is one or the other.</param>
    /// <returns>By node; null where a needed section is missing.</returns>
    public (VrplibTable Demands, VrplibTable? Pickups)? Read(bool hasOrder)
    {
        if (text.Has(Demands) && text.Has(Linehauls))
            log.Add("vrplib.loads", $"A file has {Demands} or {Linehauls}.", text.LineOf(Linehauls), Linehauls);
        section = text.Has(Linehauls) ? Linehauls : Demands;
        Dimensions = text.WidthOf(section, most: 3);
        var demands = Table(section, isNeeded: true);
        var pickups = IsList() ? demands is null ? null : Taken(demands) : Table(Backhauls, hasOrder);
        if (demands is null)
            return null;
        for (var node = 0; node < size; node++)
        {
            if (node < depots)
                RequireNone(node, demands, pickups);
            else if (hasOrder && pickups is not null && HasAny(demands, node) && HasAny(pickups, node))
                log.Add("vrplib.backhaul.both", $"A node has a demand in {section} or in {Backhauls}, for which trips come first and last.", pickups.Lines[node], Backhauls, $"{node + 1}");
        }

        return (demands, pickups);
    }

    private VrplibTable? Table(string name, bool isNeeded) => text.Table(name, "node", size, Dimensions, isNeeded, 0, InstanceLimits.LargestLoad, isWhole: true);

    private bool HasAny(VrplibTable table, int node) => Enumerable.Range(0, Dimensions).Any(dimension => table[node, dimension] != 0);

    private void RequireNone(int depot, VrplibTable demands, VrplibTable? pickups)
    {
        foreach (var (table, name) in new[] { (demands, section), (pickups, Backhauls) })
        {
            if (table is not null && HasAny(table, depot))
                log.Add("vrplib.depot.demand", "A depot has no demand.", table.Lines[depot], name, FormattableString.Invariant($"{table[depot]}"));
        }
    }

    private bool IsList()
    {
        var rows = text.Rows(Backhauls, isNeeded: false) ?? [];
        return rows.Count > 0 && (rows[^1].Words[^1] == "-1" || rows.All(row => row.Words.Length == 1));
    }

    /// <summary>Moves the demand of the nodes that are listed.</summary>
    private VrplibTable Taken(VrplibTable demands)
    {
        var pickups = new VrplibTable(Dimensions, new double[size * Dimensions], new int[size]);
        foreach (var (line, words) in text.Rows(Backhauls, isNeeded: true) ?? [])
        {
            foreach (var word in words.TakeWhile(word => word != "-1"))
            {
                if (!log.TryWhole(word, line, Backhauls, depots + 1, size, out var number))
                    continue;
                var node = (int)number - 1;
                if (pickups.Lines[node] > 0)
                    log.Add("vrplib.node.twice", "A node must be given once.", line, Backhauls, word);
                pickups.Lines[node] = line;
                Array.Copy(demands.Values, node * Dimensions, pickups.Values, node * Dimensions, Dimensions);
                Array.Clear(demands.Values, node * Dimensions, Dimensions);
            }
        }

        return pickups;
    }
}
