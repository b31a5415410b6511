using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Serialization;
using Territory.Contracts.Terminals;
using Territory.Contracts.Vehicles;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Plans;

/// <summary>A distributor's Tuesday with two vehicles and an order of each of its outlets, proposed by a planner and edited by two dispatchers.</summary>
internal sealed class DispatchScene : IAsyncDisposable
{
    public static readonly DateOnly Tuesday = Samples.Monday.AddDays(1);
    public static readonly UserId Ann = new("ann");
    public static readonly UserId Bo = new("bo");
    public static readonly VehicleId V1 = new("V1");
    public static readonly VehicleId V2 = new("V2");

    private DispatchScene(TerritoryCluster cluster) => Cluster = cluster;

    public TerritoryCluster Cluster { get; }

    public IDeliveryPlanGrain Plan => Cluster.Grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(Samples.Distributor, Tuesday));

    public static OrderId Order(int number) => new($"O{number:00}");

    public static CommandHeader By(UserId person, int minute = 0) => new(CommandId.New(), person, Samples.At(0, 18, minute));

    public static async Task<DispatchScene> StartAsync(int outlets = 8)
    {
        var cluster = await TerritoryCluster.StartWithRegionAsync();
        var second = Samples.VehicleFile with { Id = V2, Plate = "湘F54321" };
        (await cluster.Grains.GetGrain<IVehicleGrain>("V2").Register(new RegisterVehicle(TerritoryCluster.Header(Samples.At(0, 0)), second))).Accepted.ShouldBeTrue();
        var random = new Random(3);
        for (var number = 1; number <= outlets; number++)
        {
            var location = new GeoPoint(113.4 + (random.NextDouble() * 0.1), 29.4 + (random.NextDouble() * 0.1));
            await cluster.RegisterTerminalAsync(Samples.Terminal($"T{number:00}") with { Location = location });
            await PlaceAsync(cluster, number, number, 1 + random.Next(20));
        }

        return new DispatchScene(cluster);
    }

    public static async Task PlaceAsync(TerritoryCluster cluster, int terminal, int order, int cases) =>
        (await cluster.Terminal($"T{terminal:00}").PlaceOrder(new PlaceOrder(
            TerritoryCluster.Header(Samples.At(0, 18)), Order(order), Tuesday, [new OrderLine(Samples.ProductId(1), new Cases(cases))], null))).Accepted.ShouldBeTrue();

    public async Task<DeliveryPlan> ProposeAsync(UserId? by = null) =>
        (await Plan.Propose(new ProposeDeliveryPlan(By(by ?? new UserId("planner")), new PlanOptions(11, 50, null)))).Plan.ShouldNotBeNull();

    public async Task<DeliveryPlan> EditAsync(UserId by, int baseVersion, params PlanEdit[] edits)
    {
        var result = await Plan.Edit(new EditPlan(By(by), baseVersion, edits));
        result.Outcome.RefusalCode.ShouldBeNull();
        return result.Plan!;
    }

    public async Task<DeliveryPlan> WorkingAsync() => (await Plan.GetSnapshot()).Working.ShouldNotBeNull();

    public static HoldStops Hold(int order) => new([Order(order)], HoldReason.CustomerAsked, null);

    public static MoveStops Move(int order, VehicleId vehicle) => new([Order(order)], vehicle, null);

    /// <summary>All that a plan says of the day, without which version it is and how it came about.</summary>
    public static string ContentOf(DeliveryPlan plan)
    {
        var same = plan with { Id = new PlanId(""), Version = 0, Status = PlanStatus.Proposed, Origin = null, Provenance = new PlanProvenance("", 0, 0, 0, "", 0, "") };
        return CompactJson.Text(same, MessageJsonContext.Default.DeliveryPlan);
    }

    public static IReadOnlyList<OrderId> OrdersOf(DeliveryPlan plan, VehicleId vehicle) =>
        [.. plan.Routes.Where(route => route.Vehicle == vehicle).SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).SelectMany(stop => stop.Orders)];

    public static IEnumerable<OrderId> TrayOf(DeliveryPlan plan) => plan.Unserved.SelectMany(unserved => unserved.Orders);

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
