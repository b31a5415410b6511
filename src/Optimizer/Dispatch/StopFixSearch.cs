using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Dispatch;

/// <summary>The cheapest edits that serve a stop which fits nowhere, with every rule that it breaks allowed.</summary>
/// <remarks>
/// Of ways to give way it knows four: overtime of the least minutes and lateness at a place of a vehicle, another vehicle for the day that it is added to, and taking off a lock against everyone that is in the way of any of these.
/// Algorithm: every place is timed; of those that break times alone the cheapest by their figures are carried out as edits, as the day would be under them, and the least is taken.
/// Complexity: O(places) timings, at most <see cref="MostTried"/> plans and one for each pair of vehicles.
/// </remarks>
internal sealed class StopFixSearch(DispatchDay day, DeliveryPlan plan, OrderId stop, FixPrices prices)
{
    private const int MostTried = 48;
    private const int MostLocks = 8;
    private const int SecondsAMinute = 60;

    private readonly DeliveryPlan before = day.Evaluate(plan);

    /// <summary>Null where the stop fits somewhere as it is, or where giving way cannot help.</summary>
    /// <param name="options">Its best places.</param>
    public StopFix? Cheapest(IReadOnlyList<StopOption> options)
    {
        var fixes = new List<StopFix>();
        foreach (var option in options.Where(option => option.Binding is null))
        {
            if (Try([new MoveStops([stop], option.Vehicle, option.Place)]) is not { } fix)
                continue;
            if (fix.Edits.Count == 1)
                return null;
            fixes.Add(fix);
        }

        foreach (var edits in Allowances().OrderBy(pair => pair.Cost).ThenBy(pair => pair.Edits.Count).Take(MostTried).Select(pair => pair.Edits))
        {
            if (Try(edits) is { } fix)
                fixes.Add(fix);
        }

        var free = before.Routes.Select(route => route.Vehicle).Where(vehicle => options.Any(option => option.Vehicle == vehicle)).ToArray();
        foreach (var vehicle in free)
        {
            foreach (var with in options.Select(option => option.Vehicle).Where(with => with != vehicle))
            {
                if (Try([new ExchangeVehicles(vehicle, with), new MoveStops([stop], with, null)]) is { } fix)
                    fixes.Add(fix);
            }
        }

        return fixes.OrderBy(fix => fix.Change.Cost).ThenBy(fix => fix.Edits.Count).FirstOrDefault();
    }

    /// <summary>The stop at a place, against the plan as it was.</summary>
    public static StopOption OptionOf(PlanDraft without, DeliveryPlan before, VehicleId vehicle, StopPlace place, OrderId stop)
    {
        var with = without.Copy();
        StopEdits.Put(with, vehicle, place, [stop]);
        var change = PlanChanges.Between(before, with.ToPlan());
        return new StopOption(vehicle, place, change, Unallowed(change).OrderBy(breach => BreachOrder.RankOf(breach.Rule)).ThenByDescending(breach => breach.Amount).FirstOrDefault());
    }

    /// <summary>Which of two options breaks what it is harder to give way on, then which costs more.</summary>
    public static int Harder(StopOption a, StopOption b)
    {
        long[] ScoreOf(StopOption option)
        {
            var score = new long[BreachOrder.Count + 1];
            foreach (var breach in Unallowed(option.Change))
                score[BreachOrder.RankOf(breach.Rule)] += breach.Amount;
            score[^1] = option.Change.Cost.MinorUnits;
            return score;
        }

        return ScoreOf(a).AsSpan().SequenceCompareTo(ScoreOf(b));
    }

    private static IEnumerable<PlanBreach> Unallowed(PlanChange change) => change.Broken.Where(breach => !breach.IsAllowed);

    /// <summary>Overtime and lateness at every place where no other rule is broken, with about what the plan is more.</summary>
    private IEnumerable<(IReadOnlyList<PlanEdit> Edits, long Cost)> Allowances()
    {
        var draft = new PlanDraft(day, plan);
        foreach (var vehicle in draft.Model.Vehicles.Where(vehicle => vehicle.InService && draft.Overrides.Outages.All(outage => outage.Vehicle != vehicle.Id)))
        {
            foreach (var place in StopPlaces.PlacesOf(draft, vehicle.Id, null))
            {
                var option = OptionOf(draft, before, vehicle.Id, place, stop);
                var breaches = Unallowed(option.Change).ToArray();
                if (breaches.Any(breach => breach.Rule is not (BreachRule.Shift or BreachRule.Window)))
                    continue;
                var edits = new List<PlanEdit>();
                var cost = option.Change.Cost.MinorUnits;
                foreach (var breach in breaches)
                {
                    var (edit, perHour) = EditOf(draft, vehicle, breach);
                    edits.Add(edit);
                    cost += DeliveryCost.Of(perHour, breach.Amount).MinorUnits;
                }

                yield return ([.. edits, new MoveStops([stop], vehicle.Id, place)], cost);
            }
        }
    }

    /// <summary>An allowance of as many whole minutes as a breach needs, at the price of the one there is or the usual one.</summary>
    private (PlanEdit Edit, Money PerHour) EditOf(PlanDraft draft, Model.Vehicles.VehicleFile vehicle, PlanBreach breach)
    {
        var most = new Duration(checked((int)((breach.Amount + SecondsAMinute - 1) / SecondsAMinute * SecondsAMinute)));
        if (breach.Rule == BreachRule.Shift)
        {
            var perHour = draft.Overrides.Overtime.FirstOrDefault(allowance => allowance.Vehicle == vehicle.Id)?.PerHour ?? prices.OvertimeOf(vehicle);
            return (new AllowOvertime(vehicle.Id, most, perHour), perHour);
        }

        var late = breach.Order!.Value;
        var drop = draft.Model.Drops[draft.Model.DropOf(late)!.Value];
        var waiting = draft.Overrides.Lateness.FirstOrDefault(allowance => drop.Orders.Contains(allowance.Order))?.PerHour ?? prices.LatenessOf(vehicle);
        return (new AllowLateness(late, most, waiting), waiting);
    }

    /// <summary>The edits, with what takes off the locks that refuse them first; null where they are refused for another reason or leave a rule broken.</summary>
    private StopFix? Try(IReadOnlyList<PlanEdit> edits)
    {
        for (var locks = 0; locks <= MostLocks; locks++)
        {
            var (after, refusal) = PlanEditing.Apply(day, plan, edits);
            if (after is not null)
            {
                var change = PlanChanges.Between(before, after);
                return Unallowed(change).Any() || change.Unserved >= 0 ? null : new StopFix(edits, change);
            }

            if (refusal is not { Code: "edit.locked" })
                return null;
            edits = [Unlocking(refusal), .. edits];
        }

        return null;
    }

    private static PlanEdit Unlocking(EditRefusal refusal) => refusal.Detail["lock"] switch
    {
        "day" => new LockDay(null),
        "vehicle" => new LockVehicle(new VehicleId(refusal.Detail["vehicle"]), null, false),
        _ => new LockStops([new OrderId(refusal.Detail["order"])], null, false, null),
    };
}
