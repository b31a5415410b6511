using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Search;

/// <summary>A place that its bound rules out must be one that the walk makes no cheaper.</summary>
public sealed class RichBoundTests
{
    [Fact]
    public void JoinBound_RandomRoutesOfRichProblems_IsNeverAboveTheWalkedDelta()
    {
        var (compared, refused, tight) = (0, 0, 0);
        for (var seed = 1; seed <= Draws.Of(150); seed++)
        {
            var data = RichProblem.Of(seed, clients: 6, hasGaps: seed % 4 == 0);
            var set = new RouteSet(data, new CostEvaluator(data));
            var random = new Random(seed);
            for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
            {
                var type = data.VehicleTypes[data.TypeOfVehicle[vehicle]];
                var route = set.RouteOf(vehicle);
                var clients = Enumerable.Range(data.DepotCount, data.ClientCount).Where(client => data.PartnerOf[client] < 0).ToArray();
                random.Shuffle(clients);
                foreach (var client in clients)
                {
                    var places = new List<Insertion>();
                    for (var position = 1; position < route.Length; position++)
                    {
                        for (var window = data.WindowOffset[client]; window < data.WindowOffset[client + 1]; window++)
                        {
                            var detour = route.DetourDistance(client, position);
                            if (detour == long.MaxValue || !route.HasRoom(client, position))
                                continue;
                            var bound = route.JoinBound(client, position, window, detour);
                            var delta = route.JoinDelta(client, position, window, detour);
                            compared += delta < long.MaxValue ? 1 : 0;
                            refused += bound == long.MaxValue ? 1 : 0;
                            tight += delta < long.MaxValue && delta - bound <= 5 ? 1 : 0;
                            if (delta < long.MaxValue && !IsRuleOfThumb(data, type))
                                bound.ShouldBeLessThanOrEqualTo(delta + Rounding(data, type, route), $"seed {seed}");
                            if (delta < long.MaxValue)
                                places.Add(new Insertion(vehicle, position, window, TripChoice.Join, delta));
                        }
                    }

                    if (places.Count > 0)
                        set.Insert(client, places[random.Next(places.Count)]);
                    if (route.ClientCount > 2)
                        set.Clear(vehicle);
                }

                set.Clear(vehicle);
            }
        }

        compared.ShouldBeGreaterThan(500);
        refused.ShouldBeGreaterThan(200);
        tight.ShouldBeGreaterThan(200);
    }

    /// <summary>Breaks that more than windows bind are placed by a rule, not by cost.</summary>
    private static bool IsRuleOfThumb(ProblemData data, VehicleType type) =>
        type.Breaks.Count > 0 && (data.CostsStart || type.Breaks.Any(pause => pause.MaxWorkBefore < Interval.Unbounded));

    /// <summary>Where speeds change the departure is cheapest up to the rounding of legs, at half speed two units each; prices of starts are four at most, of durations six and what balance makes of them.</summary>
    private static long Rounding(ProblemData data, VehicleType type, Route route)
    {
        if (type.SpeedPeriods.Count == 0)
            return 0;
        var delay = 2L * route.Length;
        var balance = data.Rules.Balance is { Figure: BalancedFigure.Duration } rule ? rule.CostOf(route.Duration + (2 * delay)) - rule.CostOf(route.Duration) : 0;
        return (delay * (type.CostPerDuration + type.OvertimeCostPerDuration + (4 * route.Length))) + balance;
    }
}
