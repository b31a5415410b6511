using Territory.Model.Plans;
using Territory.Model.Terminals;
using Territory.Model.Travel;

namespace Territory.Optimizer.Visits;

/// <summary>Chooses whom to call on today, and how much each is worth when not all fit (一天的拜访名单).</summary>
/// <remarks>
/// 1. The day's share by <see cref="VisitLevelling"/>. 2. As many of those whose cycle is about to end as must be done today for the rest to fit in the days
/// that remain: zero unvisited comes before every other visit. 3. New terminals without urgency are exchanged for others of their class nearer to those chosen.
/// Worth: zero-unvisited, then due, then early; within each A before B before C, and the later the dearer.
/// </remarks>
internal sealed class VisitSelection(VisitPlanRequest request, PlanningDays days, IReadOnlyList<Call> calls)
{
    private const int UrgentDays = 3;
    private const double UsableShare = 0.9;
    private const double ListShare = 1.6;
    private const long ZeroWorth = 100_000_000;
    private const long DueWorth = 200_000;
    private const long EarlyWorth = 10_000;

    private readonly long capacitySeconds = (long)(request.Rep.Shift.Length.Seconds * UsableShare);
    private readonly long travelSeconds = TypicalTravel(request.Travel);

    /// <summary>Today's calls, dearest first; those after the first that could not possibly fit are left out.</summary>
    public IReadOnlyList<Call> Choose()
    {
        var able = calls.Where(call => call.IsReachable).ToArray();
        var capacity = Capacity(able);
        var today = new VisitLevelling(days, capacity, travelSeconds).Today(able).Where(call => call.IsOpenToday).ToHashSet();
        foreach (var call in CyclesAtRisk(able, capacity))
        {
            call.Purpose = VisitPurpose.ZeroUnvisited;
            today.Add(call);
        }

        Exchange(today, able);
        foreach (var call in today)
            call.Prize = Worth(call);
        var ordered = today.OrderByDescending(call => call.Prize).ThenBy(call => call.DueOn).ThenBy(call => call.Terminal.Id.Value, StringComparer.Ordinal).ToArray();
        var limit = (long)(capacity * ListShare);
        return [.. ordered.TakeWhile(call => (limit -= Cost(call)) + Cost(call) > 0)];
    }

    /// <summary>The mean time from a point to its nearest other, half as much again: what a call costs on the road.</summary>
    private static long TypicalTravel(TravelMatrix travel)
    {
        long sum = 0;
        var count = 0;
        for (var from = 0; from < travel.Size; from++)
        {
            var row = travel.Seconds.Slice(from * travel.Size, travel.Size);
            var nearest = int.MaxValue;
            for (var to = 0; to < row.Length; to++)
            {
                if (to != from && row[to] != TravelMatrix.Unreachable)
                    nearest = Math.Min(nearest, row[to]);
            }

            if (nearest == int.MaxValue)
                continue;
            sum += nearest;
            count++;
        }

        return count == 0 ? 0 : sum * 3 / 2 / count;
    }

    private static long Rank(Call call) => call.Terminal.Class switch
    {
        TerminalClass.A => 4,
        TerminalClass.B => 2,
        _ => 1,
    };

    private long Cost(Call call) => call.Service.Seconds + travelSeconds;

    /// <summary>A limit on calls is a limit on time at the mean length of a call.</summary>
    private long Capacity(Call[] able)
    {
        if (request.MaxCalls is not { } most || able.Length == 0)
            return Math.Max(1, capacitySeconds);
        var visits = able.Sum(call => (long)call.VisitsPerCycle);
        return Math.Max(1, Math.Min(capacitySeconds, most * able.Sum(call => Cost(call) * call.VisitsPerCycle) / visits));
    }

    /// <summary>Earliest deadline first, as many as later days could not hold.</summary>
    private IEnumerable<Call> CyclesAtRisk(Call[] able, long capacity)
    {
        var byDeadline = able.OrderBy(call => call.CycleEndDay).ThenByDescending(Rank).ThenBy(call => call.Terminal.Id.Value, StringComparer.Ordinal).ToArray();
        long work = 0;
        long needed = 0;
        foreach (var call in byDeadline)
        {
            work += Cost(call);
            needed = Math.Max(needed, work - (capacity * call.CycleEndDay));
        }

        foreach (var call in byDeadline.Where(call => call.IsOpenToday))
        {
            if (needed <= 0 && call.CycleEndDay > 0)
                yield break;
            needed -= Cost(call);
            yield return call;
        }
    }

    private void Exchange(HashSet<Call> today, Call[] able)
    {
        bool IsFree(Call call) => call.IsNew && call.IsOpenToday && call.Purpose == VisitPurpose.Cadence && call.DueDay >= UrgentDays;
        var free = today.Where(IsFree).ToArray();
        if (free.Length == 0)
            return;
        var pool = able.Where(IsFree).OrderBy(call => call.Terminal.Id.Value, StringComparer.Ordinal).ToList();
        today.ExceptWith(free);
        if (today.Count == 0)
        {
            // Nobody is fixed: begin with the most pressing and gather round it.
            var first = free.OrderBy(call => call.DueDay).ThenBy(call => call.Terminal.Id.Value, StringComparer.Ordinal).First();
            today.Add(first);
            pool.Remove(first);
            free = [.. free.Where(call => call != first)];
        }

        var nearest = pool.ToDictionary(call => call, call => today.Min(chosen => Between(chosen, call)));
        foreach (var place in free.OrderBy(call => call.DueDay).ThenBy(call => call.Terminal.Id.Value, StringComparer.Ordinal))
        {
            var pick = pool.Where(call => call.Terminal.Class == place.Terminal.Class).MinBy(call => nearest[call]);
            if (pick is null)
                continue;
            pool.Remove(pick);
            today.Add(pick);
            foreach (var call in pool)
                nearest[call] = Math.Min(nearest[call], Between(pick, call));
        }
    }

    private long Between(Call a, Call b) =>
        request.Travel.IsReachable(a.Point, b.Point) ? request.Travel.TimeBetween(a.Point, b.Point).Seconds : int.MaxValue;

    private long Worth(Call call)
    {
        var lateDays = Math.Clamp(request.Date.DayNumber - call.DueOn.DayNumber, 0, 28);
        if (call.Purpose == VisitPurpose.ZeroUnvisited)
            return (ZeroWorth * Rank(call)) + lateDays;
        return call.DueDay == 0 ? (DueWorth * Rank(call)) + (DueWorth * lateDays / 14) : EarlyWorth * Rank(call);
    }
}
