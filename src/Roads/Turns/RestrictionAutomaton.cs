using Territory.Roads.Network;

namespace Territory.Roads.Turns;

/// <summary>Which turns restrictions forbid, also those that depend on where a vehicle came from several roads ago.</summary>
/// <remarks>
/// Each restriction is a word of segments: from, the ways between, to; a loop may be travelled either way round in it. A state is an arc with how far
/// along which words the vehicle has come; words that merely begin at an arc need no state. Reaching the last letter of a forbidden word, or leaving
/// a mandatory one at its end for anything but its last letter, is no turn; where the restriction holds at some hours only, it is a turn at the others.
/// Of several mandatory words that end together any may be obeyed.
/// Source: Aho and Corasick, Efficient string matching (1975), for the idea.
/// </remarks>
internal sealed class RestrictionAutomaton
{
    private readonly List<(int[] Letters, TurnRestriction Restriction)> words = [];
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
            words.Add(([restriction.FromSegment, .. restriction.ViaSegments, restriction.ToSegment], restriction));
        }

        void Begin(int arc)
        {
            if (!wordsFrom.TryGetValue(arc, out var list))
                wordsFrom.Add(arc, list = []);
            list.Add(words.Count);
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
            var isMatch = letters[passed] == toArc >> 1;
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
