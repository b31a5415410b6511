using Territory.Contracts.DispatchOrders;
using Territory.Contracts.Vehicles;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.DispatchOrders;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Vehicles;

public sealed class VehicleGrainTests
{
    private static readonly PlanId Plan = new("p");

    [Fact]
    public async Task Trips_OneAfterAnother_AreMade()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        await IssueOrderAsync(cluster);
        var vehicle = cluster.Vehicle;

        (await vehicle.DepartTrip(Depart(0, 7))).Accepted.ShouldBeTrue();
        (await vehicle.GetSnapshot())!.Trip.ShouldBe(0);
        (await vehicle.DepartTrip(Depart(1, 8))).RefusalCode.ShouldBe("trip.already-departed");
        (await vehicle.ReturnTrip(Return(1, 9))).RefusalCode.ShouldBe("trip.not-departed");
        (await vehicle.ReturnTrip(Return(0, 6))).RefusalCode.ShouldBe("trip.returns-before-departure");
        (await vehicle.ReturnTrip(Return(0, 9))).Accepted.ShouldBeTrue();

        (await vehicle.DepartTrip(Depart(0, 10))).RefusalCode.ShouldBe("trip.already-made");
        (await vehicle.DepartTrip(Depart(1, 10))).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task DepartTrip_OutOfService_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var file = Samples.VehicleFile with { InService = false };
        (await cluster.Vehicle.ChangeFile(new ChangeVehicleFile(TerritoryCluster.Header(Samples.At(0, 6)), file))).Accepted.ShouldBeTrue();

        (await cluster.Vehicle.DepartTrip(Depart(0, 7))).RefusalCode.ShouldBe("vehicle.out-of-service");
    }

    [Fact]
    public async Task Register_OfATakenWrongOrHomelessKey_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();

        (await cluster.Vehicle.Register(Register(Samples.VehicleFile))).ShouldBeRefused("vehicle.already-registered", ("vehicle", "V1"));
        var other = cluster.Grains.GetGrain<IVehicleGrain>("V2");
        (await other.Register(Register(Samples.VehicleFile))).ShouldBeRefused("vehicle.wrong-key", ("vehicle", "V1"), ("key", "V2"));
        (await other.Register(Register(Samples.VehicleFile with { Id = new VehicleId("V2"), Region = new RegionId("atlantis") }))).ShouldBeRefused("region.unknown");
        (await other.GetSnapshot()).ShouldBeNull();
    }

    [Fact]
    public async Task ChangeFile_ToAnotherRegion_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        await cluster.FoundRegionAsync("r2");
        var moved = new ChangeVehicleFile(TerritoryCluster.Header(Samples.At(0, 8)), Samples.VehicleFile with { Region = new RegionId("r2") });

        (await cluster.Vehicle.ChangeFile(moved)).ShouldBeRefused("vehicle.region-fixed", ("region", "r"));
    }

    private static async Task IssueOrderAsync(TerritoryCluster cluster)
    {
        var order = new DispatchOrder
        {
            Number = "",
            Version = 0,
            Region = Samples.VehicleFile.Region,
            Distributor = Samples.VehicleFile.Distributor,
            Vehicle = Samples.VehicleFile.Id,
            Date = Samples.Monday,
            Plan = Plan,
            PlanVersion = 1,
            Route = new DeliveryRoute(Samples.VehicleFile.Id, [], Distance.Zero, Duration.Zero, Money.Zero),
            Goods = [],
            IssuedAt = default,
        };
        var grain = cluster.Grains.GetGrain<IDispatchOrderGrain>(DispatchOrderKey.Of(order.Vehicle, order.Date));
        (await grain.Issue(new IssueDispatchOrder(TerritoryCluster.Header(Samples.At(0, 6)), order))).Accepted.ShouldBeTrue();
    }

    private static RegisterVehicle Register(VehicleFile file) => new(TerritoryCluster.Header(Samples.At(0, 6)), file);

    private static DepartTrip Depart(int trip, int hour) => new(TerritoryCluster.Header(Samples.At(0, hour)), Plan, trip, Samples.Monday, []);

    private static ReturnTrip Return(int trip, int hour) => new(TerritoryCluster.Header(Samples.At(0, hour)), Plan, trip, Samples.Monday, new Distance(5000));
}
