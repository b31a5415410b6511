using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Terminals;
using Territory.Contracts.Vehicles;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Following;

/// <summary>A day of one vehicle with outlets T1, T2, ... one kilometre apart on a line east of the depot, and its reports.</summary>
internal sealed class DeliveryRound(TerritoryCluster cluster)
{
    private const double DegreesPerKilometer = 1 / 96.87;

    public static readonly DateOnly Tuesday = Samples.Monday.AddDays(1);

    public TerritoryCluster Cluster => cluster;

    public DeliveryPlan Plan { get; private set; } = null!;

    public DeliveryTrip Trip => Plan.Routes[0].Trips[0];

    /// <summary>So many kilometres east of the depot.</summary>
    public static GeoPoint East(double kilometers) => new(113.4 + (kilometers * DegreesPerKilometer), 29.4);

    public static DateTimeOffset At(TimeOfDay time) => Samples.Region.ToInstant(Tuesday, time);

    public static async Task<DeliveryRound> PlannedAsync(TerritoryCluster cluster, int outlets)
    {
        var round = new DeliveryRound(cluster);
        for (var number = 1; number <= outlets; number++)
        {
            await cluster.RegisterTerminalAsync(Samples.Terminal($"T{number}") with { Location = East(number) });
            await round.PlaceAsync($"T{number}", $"O{number}", Tuesday);
        }

        await round.PlanAsync(Tuesday);
        (await round.PlanOf(Tuesday).Publish(new PublishPlan(Header(0, 18), 1))).Accepted.ShouldBeTrue();
        return round;
    }

    public async Task PlaceAsync(string terminal, string order, DateOnly dueOn) =>
        (await cluster.Terminal(terminal).PlaceOrder(new PlaceOrder(
            Header(0, 16), new OrderId(order), dueOn, [new OrderLine(Samples.ProductId(1), new Cases(6))], null))).Accepted.ShouldBeTrue();

    public async Task<DeliveryPlan> PlanAsync(DateOnly date, bool isLearned = false) =>
        Plan = (await PlanOf(date).Propose(new ProposeDeliveryPlan(Header(0, 18), new PlanOptions(1, 50, null, LearnedService: isLearned)))).Plan.ShouldNotBeNull();

    public IDeliveryPlanGrain PlanOf(DateOnly date) => cluster.Grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(Samples.Distributor, date));

    public async Task DepartAsync(TimeOfDay at) => (await cluster.Vehicle.DepartTrip(new DepartTrip(
        TerritoryCluster.Header(At(at)), Plan.Id, 0, Tuesday, [.. Trip.Stops.SelectMany(stop => stop.Orders)]))).Accepted.ShouldBeTrue();

    public async Task ReturnAsync(TimeOfDay at) => (await cluster.Vehicle.ReturnTrip(new ReturnTrip(
        TerritoryCluster.Header(At(at)), Plan.Id, 0, Tuesday, new Distance(12_345)))).Accepted.ShouldBeTrue();

    /// <summary>Hands over all six cases, or none for a reason.</summary>
    public async Task DeliverAsync(string terminal, TimeOfDay arrived, TimeOfDay left, RefusalReason refusal = RefusalReason.None)
    {
        var orders = (await cluster.Terminal(terminal).GetSnapshot())!.OpenOrders.Select(order => order.Id).ToList();
        var delivered = new Cases(refusal == RefusalReason.None ? 6 : 0);
        var result = await cluster.Terminal(terminal).ReceiveDelivery(new ReceiveDelivery(
            TerritoryCluster.Header(At(left)), Samples.Vehicle, Plan.Id, orders, [new DeliveryLine(Samples.ProductId(1), new Cases(6), delivered)], refusal,
            At(TimeOfDay.At(8)), At(TimeOfDay.At(22)), At(arrived)));
        result.Outcome.RefusalCode.ShouldBeNull();
    }

    public static CommandHeader Header(int day, int hour) => TerritoryCluster.Header(Samples.At(day, hour));
}
