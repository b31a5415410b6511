namespace Territory.Optimizer.Inventory;

/// <summary>Shortens one route by moving strings of up to three stops, either way round, and by turning parts of it, until neither helps.</summary>
/// <remarks>
/// Algorithm: first improvement over or-opt and 2-opt; lengths may differ by direction. Complexity: O(stops²) for a pass. An order that would take too long is not used.
/// Source: Or, Traveling salesman-type combinatorial problems (1976); Croes, A method for solving traveling-salesman problems (1958).
/// </remarks>
internal sealed class RouteTidying(DraftProblem data)
{
    private const int LongestString = 3;

    private readonly int[] tour = new int[data.Width + 2];
    private readonly int[] moved = new int[data.Width + 2];
    private readonly long[] there = new long[data.Width + 2];
    private readonly long[] back = new long[data.Width + 2];

    public void Tidy(Draft draft, int route)
    {
        var count = draft.StopCount[route];
        if (count < 2)
            return;
        var row = route / data.Vehicles * data.Width;
        var stop = draft.First[route];
        tour[0] = 0;
        for (var i = 1; i <= count; i++, stop = draft.Next[row + stop])
            tour[i] = stop;
        tour[count + 1] = 0;
        var isChanged = false;
        while (Turn(count) || Move(count))
            isChanged = true;
        if (!isChanged || (data.IsTimed && !IsInTime(draft, route, count)))
            return;
        draft.Reorder(route, tour.AsSpan(1, count));
    }

    private bool IsInTime(Draft draft, int route, int count)
    {
        var (row, time, at) = (route / data.Vehicles * data.Width, draft.Time[route], 0);
        for (var stop = draft.First[route]; stop != 0; stop = draft.Next[row + stop])
        {
            time -= data.Duration(at, stop);
            at = stop;
        }

        time -= data.Duration(at, 0);
        for (var i = 0; i <= count; i++)
            time += data.Duration(tour[i], tour[i + 1]);
        return time <= data.MaxDuration[route % data.Vehicles];
    }

    private void Sum(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            there[i] = there[i - 1] + data.Distance(tour[i - 1], tour[i]);
            back[i] = back[i - 1] + data.Distance(tour[i], tour[i - 1]);
        }
    }

    /// <summary>Turns the first part that is shorter turned.</summary>
    private bool Turn(int count)
    {
        Sum(count);
        for (var i = 1; i < count; i++)
        {
            for (var j = i + 1; j <= count; j++)
            {
                var change = (long)data.Distance(tour[i - 1], tour[j]) + data.Distance(tour[i], tour[j + 1]) + (back[j] - back[i])
                    - data.Distance(tour[i - 1], tour[i]) - data.Distance(tour[j], tour[j + 1]) - (there[j] - there[i]);
                if (change >= 0)
                    continue;
                Array.Reverse(tour, i, j - i + 1);
                return true;
            }
        }

        return false;
    }

    private bool Move(int count)
    {
        for (var length = 1; length <= Math.Min(LongestString, count - 1); length++)
        {
            for (var i = 1; i + length - 1 <= count; i++)
            {
                if (MoveString(count, i, i + length - 1))
                    return true;
            }
        }

        return false;
    }

    private bool MoveString(int count, int i, int j)
    {
        var gain = (long)data.Distance(tour[i - 1], tour[i]) + data.Distance(tour[j], tour[j + 1]) - data.Distance(tour[i - 1], tour[j + 1]);
        // Turn summed this very tour.
        var turned = back[j] - back[i] - (there[j] - there[i]);
        for (var k = 0; k <= count; k++)
        {
            if (k >= i - 1 && k <= j)
                continue;
            var opened = data.Distance(tour[k], tour[k + 1]);
            var straight = (long)data.Distance(tour[k], tour[i]) + data.Distance(tour[j], tour[k + 1]) - opened;
            var reversed = (long)data.Distance(tour[k], tour[j]) + data.Distance(tour[i], tour[k + 1]) - opened + turned;
            if (Math.Min(straight, reversed) >= gain)
                continue;
            Shift(i, j, k, reversed < straight);
            return true;
        }

        return false;
    }

    private void Shift(int i, int j, int k, bool isReversed)
    {
        var length = j - i + 1;
        Array.Copy(tour, i, moved, 0, length);
        if (isReversed)
            Array.Reverse(moved, 0, length);
        if (k > j)
        {
            Array.Copy(tour, j + 1, tour, i, k - j);
            Array.Copy(moved, 0, tour, k - length + 1, length);
        }
        else
        {
            Array.Copy(tour, k + 1, tour, k + 1 + length, i - k - 1);
            Array.Copy(moved, 0, tour, k + 1, length);
        }
    }
}
