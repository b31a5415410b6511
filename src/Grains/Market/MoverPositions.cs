using Territory.Contracts.Territories;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Travel;
using Territory.Simulation.Market;

namespace Territory.Grains.Market;

/// <summary>Where reps and vehicles are at a moment, on the roads.</summary>
internal sealed class MoverPositions(RouteLegs legs, MarketSetup setup)
{
    public IReadOnlyList<MoverPosition> At(IReadOnlyList<AgentPosition> agents, TimeOfDay time, CancellationToken cancellationToken)
    {
        var movers = new MoverPosition[agents.Count];
        for (var i = 0; i < movers.Length; i++)
            movers[i] = At(agents[i], time, cancellationToken);
        return movers;
    }

    private MoverPosition At(AgentPosition agent, TimeOfDay time, CancellationToken cancellationToken)
    {
        var kind = agent.Kind == AgentKind.Rep ? MoverKind.Rep : MoverKind.Vehicle;
        if (!agent.IsMovingAt(time))
        {
            var place = time < agent.Departure ? agent.From : agent.To;
            var activity = place.Terminal is null ? MoverActivity.OffDuty : MoverActivity.AtStop;
            return Mover(kind, agent, place.Location, 0, activity);
        }

        var (here, heading) = OnTheWay(agent, agent.ProgressAt(time), cancellationToken);
        return Mover(kind, agent, here, heading, MoverActivity.Travelling);
    }

    private (GeoPoint Here, float Heading) OnTheWay(AgentPosition agent, double progress, CancellationToken cancellationToken)
    {
        var (from, to) = (agent.From.Location, agent.To.Location);
        if (legs.TryGet(from, to, ModeOf(agent), cancellationToken) is not { } route)
            return (Between(from, to, progress), Heading(from, to));
        // Actual travel is slower or faster than planned; the share of the leg is what counts.
        var seconds = progress * route.TravelTime.Seconds;
        return (route.PositionAt(0, seconds), route.BearingAt(0, seconds));
    }

    private TravelMode ModeOf(AgentPosition agent) => agent.Kind == AgentKind.Rep
        ? setup[new RepId(agent.AgentId)].TravelMode
        : setup[new VehicleId(agent.AgentId)].TravelMode;

    private static MoverPosition Mover(MoverKind kind, AgentPosition agent, GeoPoint at, float heading, MoverActivity activity) =>
        new(kind, agent.AgentId, at.Longitude, at.Latitude, heading, activity);

    private static GeoPoint Between(GeoPoint from, GeoPoint to, double share) =>
        new(from.Longitude + (share * (to.Longitude - from.Longitude)), from.Latitude + (share * (to.Latitude - from.Latitude)));

    private static float Heading(GeoPoint from, GeoPoint to)
    {
        var east = (to.Longitude - from.Longitude) * Math.Cos(double.DegreesToRadians(from.Latitude));
        var north = to.Latitude - from.Latitude;
        var degrees = double.RadiansToDegrees(Math.Atan2(east, north));
        return (float)(degrees < 0 ? degrees + 360 : degrees);
    }
}
