namespace Territory.Optimizer.Formats;

/// <summary>Groups of nodes of which exactly one is served, in PyVRP's section of that name.</summary>
/// <remarks>
/// A row is a group and its nodes, or, where there is one row of two columns for every node as in the published GVRP files, a node and its group. A group of one node is
/// no choice and says nothing.
/// </remarks>
internal sealed class VrplibGroups(VrplibText text, int size, int depots, ProblemLog log)
{
    public const string Section = "MUTUALLY_EXCLUSIVE_GROUP_SECTION";

    /// <summary>By the number of each stop: its node less the depots.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Read(InstanceStop[]? stops)
    {
        if (text.Rows(Section, isNeeded: false) is not { } rows)
            return [];
        var isByNode = rows.Count == size && rows.All(row => row.Words.Length == 2);
        var groups = (isByNode ? Memberships(rows) : Members(rows)).Where(group => group.Count > 1).ToArray();
        foreach (var (node, line) in groups.SelectMany(group => group))
        {
            if (node <= depots)
                log.Add("vrplib.group.depot", "A depot is in no group.", line, Section, $"{node}");
            else if (stops is not null && stops[node - 1].Prize > 0)
                log.Add("vrplib.group.prize", $"One of a group has to be served, so its nodes have no prize in {VrplibStops.Prizes}.", line, Section, $"{node}");
        }

        return [.. groups.Select(group => (IReadOnlyList<int>)[.. group.Select(member => member.Node - depots)])];
    }

    private IEnumerable<List<(int Node, int Line)>> Memberships(IReadOnlyList<(int Line, string[] Words)> rows)
    {
        var groups = new SortedDictionary<long, List<(int, int)>>();
        var lineOf = new int[size];
        foreach (var (line, words) in rows)
        {
            if (!text.TryNumberOf(Section, "node", words[0], line, lineOf, out var node) || !log.TryWhole(words[1], line, Section, 1, InstanceLimits.MostStops, out var group))
                continue;
            if (!groups.TryGetValue(group, out var members))
                groups[group] = members = [];
            members.Add((node + 1, line));
        }

        return groups.Values;
    }

    private List<List<(int Node, int Line)>> Members(IReadOnlyList<(int Line, string[] Words)> rows)
    {
        var groups = new List<List<(int, int)>>();
        var lineOfGroup = new int[rows.Count];
        var lineOfNode = new int[size];
        foreach (var (line, words) in rows)
        {
            text.TryNumberOf(Section, "group", words[0], line, lineOfGroup, out _);
            var members = new List<(int, int)>();
            foreach (var word in words.Skip(1))
            {
                if (text.TryNumberOf(Section, "node", word, line, lineOfNode, out var node))
                    members.Add((node + 1, line));
            }

            groups.Add(members);
        }

        return groups;
    }
}
