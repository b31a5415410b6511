using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Dispatch;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>Sound plans that break rules, and a day under way, are bent in one figure at a time; the audit must notice each, at every place.</summary>
public sealed class AuditMutationTests
{
    private static readonly (DispatchDay Day, DeliveryPlan Plan)[] Days = [.. Enumerable.Range(601, 6).Select(seed => PlanEditingPropertyTests.Begin(seed, new RandomDispatcher(seed), hasBegun: seed % 2 == 0))];

    public static TheoryData<string> Bends => [.. Stops.Keys, .. Trips.Keys, .. Routes.Keys, .. Plans.Keys];

    private static readonly Dictionary<string, Func<DeliveryStop, DeliveryStop>> Stops = new(StringComparer.Ordinal)
    {
        ["arrival"] = stop => stop with { Arrival = stop.Arrival + new Duration(1) },
        ["service"] = stop => stop with { ServiceStart = stop.ServiceStart + new Duration(1) },
        ["departure"] = stop => stop with { Departure = stop.Departure + new Duration(-1) },
        ["window"] = stop => stop with { Window = stop.Window with { End = stop.Window.End + new Duration(1) } },
        ["travel"] = stop => stop with { Travel = stop.Travel + new Duration(1) },
        ["leg"] = stop => stop with { Leg = stop.Leg + new Distance(1) },
        ["stop load"] = stop => stop with { Load = stop.Load with { Cases = stop.Load.Cases + new Cases(1) } },
        ["terminal"] = stop => stop with { Terminal = new TerminalId("elsewhere") },
        ["order lost"] = stop => stop with { Orders = [.. stop.Orders.Skip(1)] },
        ["order doubled"] = stop => stop with { Orders = [.. stop.Orders, stop.Orders[0]] },
    };

    private static readonly Dictionary<string, Func<DeliveryTrip, DeliveryTrip>> Trips = new(StringComparer.Ordinal)
    {
        ["loading"] = trip => trip with { LoadingStart = trip.LoadingStart + new Duration(-1) },
        ["leaving"] = trip => trip with { Departure = trip.Departure + new Duration(1) },
        ["return"] = trip => trip with { Return = trip.Return + new Duration(-1) },
        ["trip load"] = trip => trip with { Load = trip.Load with { Mass = trip.Load.Mass + new Mass(-1) } },
        ["trip distance"] = trip => trip with { Distance = trip.Distance + new Distance(-1) },
        ["driving"] = trip => trip with { Driving = trip.Driving + new Duration(-1) },
    };

    private static readonly Dictionary<string, Func<DeliveryRoute, DeliveryRoute>> Routes = new(StringComparer.Ordinal)
    {
        ["route distance"] = route => route with { Distance = route.Distance + new Distance(1) },
        ["working"] = route => route with { Working = route.Working + new Duration(-1) },
        ["route cost"] = route => route with { Cost = route.Cost - new Money(1) },
    };

    private static readonly Dictionary<string, Func<DeliveryPlan, int, DeliveryPlan?>> Plans = new(StringComparer.Ordinal)
    {
        ["distance"] = (plan, at) => at > 0 ? null : plan with { Distance = plan.Distance + new Distance(1) },
        ["cost"] = (plan, at) => at > 0 ? null : plan with { Cost = plan.Cost - new Money(1) },
        ["breach missing"] = (plan, at) => at < plan.Breaches.Count ? plan with { Breaches = [.. plan.Breaches.Where((_, number) => number != at)] } : null,
        ["breach made smaller"] = (plan, at) => Breach(plan, at, breach => breach with { Amount = breach.Amount - 1 }),
        ["breach made allowed"] = (plan, at) => Breach(plan, at, breach => breach with { IsAllowed = !breach.IsAllowed }),
        ["breach priced"] = (plan, at) => Breach(plan, at, breach => breach with { Price = breach.Price + new Money(1) }),
        ["breach of another stop"] = (plan, at) => Breach(plan, at, breach => breach with { Order = new OrderId("other") }),
        ["breach invented"] = (plan, at) => at < plan.Routes.Count ? plan with { Breaches = [.. plan.Breaches, new PlanBreach(BreachRule.VehicleLimit, plan.Routes[at].Vehicle, new OrderId("o00"), 1, true, default)] } : null,
        ["tray lost"] = (plan, at) => at < plan.Unserved.Count ? plan with { Unserved = [.. plan.Unserved.Where((_, number) => number != at)] } : null,
        ["held"] = (plan, at) => at > 0 ? null : plan with { Overrides = plan.Overrides with { Held = [new HeldOrder(plan.Routes[0].Trips.SelectMany(trip => trip.Stops).First().Orders[0], HoldReason.Other, null)] } },
    };

    [Theory]
    [MemberData(nameof(Bends))]
    public void Breaches_OneFigureForged_AreFoundAtEveryPlace(string bend)
    {
        var bent = 0;
        foreach (var (day, plan) in Days)
        {
            var allowed = Allowing(day, plan);
            DeliveryPlanAudit.Breaches(allowed, day.Request, day.Progress).ShouldBeEmpty();
            for (var at = 0; Bent(allowed, bend, at) is { } forged; at++)
            {
                DeliveryPlanAudit.Breaches(forged, day.Request, day.Progress).ShouldNotBeEmpty($"{bend} at {at}");
                bent++;
            }
        }

        bent.ShouldBeGreaterThanOrEqualTo(Days.Length);
    }

    [Fact]
    public void Broken_OfAPlanThatNamesNone_IsWhatItNamed()
    {
        Days.Sum(pair => pair.Plan.Breaches.Count).ShouldBeGreaterThan(20);
        foreach (var (day, plan) in Days)
        {
            var named = plan.Breaches.Select(PlanJson.Of).Order(StringComparer.Ordinal);
            DeliveryPlanAudit.Broken(plan with { Breaches = [] }, day.Request, day.Progress).Select(PlanJson.Of).Order(StringComparer.Ordinal).ShouldBe(named);
        }
    }

    private static DeliveryPlan Allowing(DispatchDay day, DeliveryPlan plan) => PlanEditing.Apply(day, plan,
    [
        .. plan.Routes.Select(route => new Model.Dispatch.Edits.AllowOvertime(route.Vehicle, new Duration(3_600), new Money(4_000))),
        .. plan.Routes.Select(route => new Model.Dispatch.Edits.AllowOverload(route.Vehicle, 300, new Money(50))),
    ]).Plan.ShouldNotBeNull();

    private static DeliveryPlan? Bent(DeliveryPlan plan, string bend, int at)
    {
        if (Plans.TryGetValue(bend, out var ofPlan))
            return ofPlan(plan, at);
        if (Routes.TryGetValue(bend, out var ofRoute))
            return at < plan.Routes.Count ? plan with { Routes = [.. plan.Routes.Select((route, number) => number == at ? ofRoute(route) : route)] } : null;
        var number = 0;
        var isBent = false;
        DeliveryTrip Trip(DeliveryTrip trip)
        {
            if (Trips.TryGetValue(bend, out var ofTrip))
            {
                isBent |= number == at;
                return number++ == at ? ofTrip(trip) : trip;
            }

            return trip with { Stops = [.. trip.Stops.Select(Stop)] };
        }

        DeliveryStop Stop(DeliveryStop stop)
        {
            isBent |= number == at;
            return number++ == at ? Stops[bend](stop) : stop;
        }

        var forged = plan with { Routes = [.. plan.Routes.Select(route => route with { Trips = [.. route.Trips.Select(Trip)] })] };
        return isBent ? forged : null;
    }

    private static DeliveryPlan? Breach(DeliveryPlan plan, int at, Func<PlanBreach, PlanBreach> bend) =>
        at < plan.Breaches.Count ? plan with { Breaches = [.. plan.Breaches.Select((breach, number) => number == at ? bend(breach) : breach)] } : null;
}
