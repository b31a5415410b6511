using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Day;

/// <summary>What the actors of a day share: the world, the plans now in force, and the settlement of sales.</summary>
internal sealed class DayContext
{
    private Dictionary<RepId, VisitPlan> visitPlans = [];
    private Dictionary<VehicleId, DeliveryRoute> routes = [];
    private Dictionary<OrderId, Order> orders = [];

    public DayContext(IMarketWorld world, DateOnly date, DayProgress progress)
    {
        World = world;
        Date = date;
        Sales = new SalesClock(world, date, progress);
        NextWorkingDay = world.Setup.Region.Calendar.NextWorkingDay(date);
    }

    public IMarketWorld World { get; }

    public MarketSetup Setup => World.Setup;

    public DateOnly Date { get; }

    public DateOnly NextWorkingDay { get; }

    public SalesClock Sales { get; }

    /// <summary>The revision of the plans in force; -1 before any.</summary>
    public long Revision { get; private set; } = -1;

    public void Use(DayPlans plans)
    {
        Revision = plans.Revision;
        visitPlans = plans.Visits.ToDictionary(plan => plan.Rep);
        routes = plans.Deliveries.SelectMany(plan => plan.Routes).ToDictionary(route => route.Vehicle);
        orders = plans.Orders.ToDictionary(order => order.Id);
    }

    public void ForgetRevision() => Revision = -1;

    public VisitPlan? VisitPlanOf(RepId rep) => visitPlans.GetValueOrDefault(rep);

    public DeliveryRoute? RouteOf(VehicleId vehicle) => routes.GetValueOrDefault(vehicle);

    public Order? Find(OrderId order) => orders.GetValueOrDefault(order);

    public CommandId Command(DrawPurpose purpose, EntityKey entity, int number = 0) =>
        CommandIdentity.For(Setup.Seed, purpose, entity, Date, number);

    public Draw Draw(DrawPurpose purpose, EntityKey entity, int index = 0) =>
        Randomness.Draw.At(Setup.Seed, purpose, entity, SimDay.Of(Date), index);

    public Duration Noisy(Duration planned, NoiseRange range, DrawPurpose purpose, EntityKey entity, int index = 0)
    {
        var draw = Draw(purpose, entity, index);
        return TimeNoise.Actual(planned, range, ref draw);
    }

    /// <summary>Travel time off the plan's own legs; null where no road leads.</summary>
    public async ValueTask<Duration?> TravelAsync(Waypoint from, Waypoint to, TravelMode mode, CancellationToken cancellationToken)
    {
        if (from == to)
            return Duration.Zero;
        var matrix = await Setup.Travel.GetMatrixAsync([from, to], mode, cancellationToken);
        return matrix.IsReachable(0, 1) ? matrix.TimeBetween(0, 1) : null;
    }

    /// <summary>What is still under way at midnight ends at midnight.</summary>
    public static TimeOfDay WithinDay(TimeOfDay time) => time < TimeOfDay.EndOfDay ? time : TimeOfDay.EndOfDay;
}
