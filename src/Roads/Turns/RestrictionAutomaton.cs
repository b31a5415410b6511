using Territory.Roads.Network;

namespace Territory.Roads.Turns;

/// <summary>Which turns restrictions forbid, also those that depend on where a vehicle came from several roads ago.</summary>
/// <remarks>
/// Each restriction is a word of arcs: from, the ways between, to. A state is an arc with how far along which words the vehicle has come; words that
/// merely begin at an arc need no state. Reaching the last letter of a forbidden word, or leaving a mandatory one for anything but its last letter,
/// is no turn; where the restriction holds at some hours only, it is a turn at the others. Source: Aho and Corasick, Efficient string matching (1975), for the idea.
/// </remarks>
internal sealed class RestrictionAutomaton
{
    private readonly List<(int[] Letters, TurnRestriction Restriction)> words = [];
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
            words.Add((word, restriction));
        }
    }

    /// <summary>What turning from an arc in some state means; null when it is never allowed.</summary>
    /// <param name="progress">Of the state: words of which at least the second letter is the arc, with how many letters are passed; empty for one that began there.</param>
    /// <returns>The progress of the state that is reached, and the restrictions that forbid the turn while they are in force.</returns>
    public (List<(int Word, int Passed)> Progress, List<TurnRestriction> Timed)? Turn(
        int arc, IReadOnlyList<(int Word, int Passed)> progress, int toArc)
    {
        List<(int, int)> next = [];
        List<TurnRestriction> timed = [];
        var isForbidden = false;
        var (mandatory, obeyed) = (false, false);
        foreach (var (word, passed) in progress)
            Follow(word, passed);
        foreach (var word in wordsFrom.GetValueOrDefault(arc) ?? [])
            Follow(word, 1);
        return isForbidden || (mandatory && !obeyed) ? null : (next, obeyed ? timed.FindAll(restriction => !restriction.IsMandatory) : timed);

        void Follow(int word, int passed)
        {
            var (letters, restriction) = words[word];
            var isMatch = letters[passed] == toArc;
            if (passed < letters.Length - 1)
            {
                if (isMatch)
                    next.Add((word, passed + 1));
                return;
            }

            var isAlways = restriction.Schedule is null or { IsAlways: true };
            if (restriction.IsMandatory)
            {
                mandatory |= isAlways;
                obeyed |= isMatch;
            }
            else
            {
                isForbidden |= isMatch && isAlways;
            }

            if (!isAlways && isMatch != restriction.IsMandatory)
                timed.Add(restriction);
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
