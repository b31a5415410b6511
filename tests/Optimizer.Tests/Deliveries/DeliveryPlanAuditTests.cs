using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Deliveries;

/// <summary>A sound plan is bent in one place at a time; the audit must notice each.</summary>
public sealed class DeliveryPlanAuditTests
{
    private static readonly DeliveryPlanRequest Request = Town.Deliveries(6, 1, seed: 12);
    private static readonly DeliveryPlan Sound = new DeliveryPlanner().Plan(Request, new SolveOptions { Iterations = 100 }, null, CancellationToken.None);

    [Fact]
    public void Verify_SoundPlan_Passes() => DeliveryPlanAudit.Breaches(Sound, Request).ShouldBeEmpty();

    [Fact]
    public void Verify_StopLeftOut_IsABreach() =>
        Breaches(Trip(trip => trip with { Stops = [.. trip.Stops.Skip(1)] })).ShouldContain(breach => breach.Contains("neither served nor reported", StringComparison.Ordinal));

    [Fact]
    public void Verify_ArrivalTooEarly_IsABreach() =>
        Breaches(Stop(stop => stop with { Arrival = stop.Arrival + new Duration(-60) })).ShouldContain(breach => breach.Contains("arrival", StringComparison.Ordinal));

    [Fact]
    public void Verify_UnloadingTooShort_IsABreach() =>
        Breaches(Stop(stop => stop with { Departure = stop.ServiceStart })).ShouldContain(breach => breach.Contains("unloading", StringComparison.Ordinal));

    [Fact]
    public void Verify_LoadMisstated_IsABreach() =>
        Breaches(Trip(trip => trip with { Load = default })).ShouldContain(breach => breach.Contains("another load", StringComparison.Ordinal));

    [Fact]
    public void Verify_SmallerVehicle_IsABreach() =>
        DeliveryPlanAudit.Breaches(Sound, Request with { Vehicles = [Town.Vehicle("v0", cases: 5)] }).ShouldContain(breach => breach.Contains("more than it holds", StringComparison.Ordinal));

    [Fact]
    public void Verify_VehicleOutOfService_IsABreach() =>
        Should.Throw<InvalidOperationException>(() => DeliveryPlanAudit.Verify(Sound, Request with { Vehicles = [Request.Vehicles[0] with { InService = false }] }))
            .Message.ShouldContain("not in service");

    [Fact]
    public void Verify_SameStopTwice_IsABreach() =>
        Breaches(Trip(trip => trip with { Stops = [.. trip.Stops, trip.Stops[0]] })).ShouldContain(breach => breach.Contains("named 2 times", StringComparison.Ordinal));

    private static IReadOnlyList<string> Breaches(DeliveryTrip trip) =>
        DeliveryPlanAudit.Breaches(Sound with { Routes = [Sound.Routes[0] with { Trips = [trip] }] }, Request);

    private static DeliveryTrip Trip(Func<DeliveryTrip, DeliveryTrip> bend) => bend(Sound.Routes[0].Trips[0]);

    private static DeliveryTrip Stop(Func<DeliveryStop, DeliveryStop> bend) =>
        Trip(trip => trip with { Stops = [bend(trip.Stops[0]), .. trip.Stops.Skip(1)] });
}
