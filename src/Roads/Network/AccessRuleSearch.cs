namespace Territory.Roads.Network;

/// <summary>Finds the rules of one segment among rules in ascending order of segments.</summary>
internal static class AccessRuleSearch
{
    public static ReadOnlySpan<AccessRule> Of(ReadOnlySpan<AccessRule> rules, int segment)
    {
        var (first, end) = (0, rules.Length);
        while (first < end)
        {
            var middle = (first + end) >>> 1;
            if (rules[middle].Segment < segment)
                first = middle + 1;
            else
                end = middle;
        }

        while (end < rules.Length && rules[end].Segment == segment)
            end++;
        return rules[first..end];
    }
}
