using Territory.Roads.Network;

namespace Territory.Roads.Turns;

/// <summary>Which turns restrictions forbid, also those that depend on where a vehicle came from several roads ago.</summary>
/// <remarks>
/// Each restriction is a word of segments: from, the ways between, to; a loop may be travelled either way round in it. A state is an arc with how far
/// along which words the vehicle has come; words that merely begin at an arc need no state. Reaching the last letter of a forbidden word, or leaving
/// a mandatory one at its end for anything but its last letter, is no turn. Of several mandatory words that end together any may be obeyed.
/// Source: Aho and Corasick, Efficient string matching (1975), for the idea.
/// </remarks>
internal sealed class RestrictionAutomaton
{
    private readonly List<(int[] Word, bool IsMandatory)> words = [];
    private readonly Dictionary<int, List<int>> wordsFrom = [];

    public RestrictionAutomaton(RoadTables tables, IEnumerable<TurnRestriction> restrictions)
    {
        foreach (var restriction in restrictions)
        {
            if (!IsConnected(tables, restriction))
                continue;
            if (tables.SegmentTo[restriction.FromSegment] == restriction.ViaNode)
                Begin(2 * restriction.FromSegment);
            if (tables.SegmentFrom[restriction.FromSegment] == restriction.ViaNode)
                Begin((2 * restriction.FromSegment) + 1);
            words.Add(([restriction.FromSegment, .. restriction.ViaSegments, restriction.ToSegment], restriction.IsMandatory));
        }

        void Begin(int arc)
        {
            if (!wordsFrom.TryGetValue(arc, out var list))
                wordsFrom.Add(arc, list = []);
            list.Add(words.Count);
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
            var isMatch = letters[passed] == toArc >> 1;
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

    /// <summary>Whether the segments after the first can be travelled one after the other from the via node.</summary>
    private static bool IsConnected(RoadTables tables, TurnRestriction restriction)
    {
        var node = restriction.ViaNode;
        foreach (var segment in (IEnumerable<int>)[.. restriction.ViaSegments, restriction.ToSegment])
        {
            var (from, to) = (tables.SegmentFrom[segment], tables.SegmentTo[segment]);
            if (node != from && node != to)
                return false;
            node = node == from ? to : from;
        }

        return true;
    }
}
