using Territory.Roads.Network;

namespace Territory.Roads.Turns;

/// <summary>Which turns restrictions forbid, also those that depend on where a vehicle came from several roads ago.</summary>
/// <remarks>
/// Each restriction is a word of arcs: from, the ways between, to. A state is an arc with how far along which words the vehicle has come; words that
/// merely begin at an arc need no state. Reaching the last letter of a forbidden word, or leaving a mandatory one for anything but its last letter,
/// is no turn. Source: Aho and Corasick, Efficient string matching (1975), for the idea.
/// </remarks>
internal sealed class RestrictionAutomaton
{
    private readonly List<(int[] Word, bool IsMandatory)> words = [];
    private readonly Dictionary<int, List<int>> wordsFrom = [];

    public RestrictionAutomaton(RoadTables tables, IEnumerable<TurnRestriction> restrictions)
    {
        foreach (var restriction in restrictions)
        {
            if (WordOf(tables, restriction) is not { } word)
                continue;
            if (!wordsFrom.TryGetValue(word[0], out var list))
                wordsFrom.Add(word[0], list = []);
            list.Add(words.Count);
            words.Add((word, restriction.IsMandatory));
        }
    }

    /// <summary>How far along which words (word, letters passed) a vehicle is that turned from an arc in some state; null when it may not turn so.</summary>
    /// <param name="progress">Of the state it was in: words of which at least the second letter is the arc; empty for one that began there.</param>
    public List<(int Word, int Passed)>? Turn(int arc, IReadOnlyList<(int Word, int Passed)> progress, int toArc)
    {
        List<(int, int)> next = [];
        var mandatory = 0;
        var obeyed = 0;
        foreach (var (word, passed) in progress)
            Follow(word, passed);
        foreach (var word in wordsFrom.GetValueOrDefault(arc) ?? [])
            Follow(word, 1);
        return mandatory < 0 || (mandatory > 0 && obeyed == 0) ? null : next;

        void Follow(int word, int passed)
        {
            var (letters, isMandatory) = words[word];
            var isLast = passed == letters.Length - 1;
            var isMatch = letters[passed] == toArc;
            if (!isLast)
            {
                if (isMatch)
                    next.Add((word, passed + 1));
            }
            else if (isMandatory)
            {
                mandatory += mandatory < 0 ? 0 : 1;
                obeyed += isMatch ? 1 : 0;
            }
            else if (isMatch)
            {
                mandatory = -1;
            }
        }
    }

    private static int[]? WordOf(RoadTables tables, TurnRestriction restriction)
    {
        var word = new int[restriction.ViaSegments.Count + 2];
        var node = restriction.ViaNode;

        // The from arc ends at the node, so it is the opposite of one that begins there.
        if (ArcFrom(tables, restriction.FromSegment, ref node) is not { } opposite)
            return null;
        word[0] = opposite ^ 1;
        node = restriction.ViaNode;
        for (var i = 1; i < word.Length; i++)
        {
            var segment = i <= restriction.ViaSegments.Count ? restriction.ViaSegments[i - 1] : restriction.ToSegment;
            if (ArcFrom(tables, segment, ref node) is not { } arc)
                return null;
            word[i] = arc;
        }

        return word;
    }

    /// <summary>The segment's arc that begins at the node, which is moved to the arc's end.</summary>
    private static int? ArcFrom(RoadTables tables, int segment, ref int node)
    {
        if (tables.SegmentFrom[segment] == node)
        {
            node = tables.SegmentTo[segment];
            return 2 * segment;
        }

        if (tables.SegmentTo[segment] != node)
            return null;
        node = tables.SegmentFrom[segment];
        return (2 * segment) + 1;
    }
}
