using Territory.Demo.Company;
using Territory.Demo.Geography;
using Territory.Demo.Outlets;
using Territory.Model.Distributors;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Model.Vehicles;
using Territory.Roads.Network;

namespace Territory.Demo;

/// <summary>Gives a real region's shops a company to serve them, so that it can be planned before its own master data is there.</summary>
/// <remarks>
/// One distributor for some eight hundred outlets and one rep for a full cycle's work, in areas of equal work; depots at the road nearest to the middle of
/// their outlets. What an outlet states stays; what it does not (class, volume, range) is drawn by its kind. Everything can be edited afterwards.
/// </remarks>
public static class CandidateRegion
{
    private const int OutletsPerDistributor = 800;
    private const int VisitsPerRepAndCycle = 267;
    private const int MostDistributors = 12;
    private const double MarginMeters = 500;
    private const double DepotSnapMeters = 50_000;

    public static GeneratedRegion Equip(Region region, RoadNetwork roads, IReadOnlyList<TerminalFile> outlets, long seed)
    {
        var dice = new Dice(seed);
        var origin = region.Bounds.Center;
        var completed = OutletDrawing.Complete(outlets, dice);
        var spots = completed.Select((outlet, number) => new Spot(number, PlanePoint.FromGeo(outlet.Location, origin), VisitsOf(outlet, region))).ToList();
        var distributors = new List<DistributorFile>();
        var vehicles = new List<VehicleFile>();
        var reps = new List<RepFile>();
        var terminals = new List<TerminalFile>();
        if (spots.Count > 0)
        {
            var parts = Math.Clamp((int)Math.Round(spots.Count / (double)OutletsPerDistributor), 1, MostDistributors);
            foreach (var (number, area) in AreaSplit.Split(Whole(spots), parts).Index())
                Staff(number, area);
        }

        return new GeneratedRegion
        {
            Seed = seed,
            Region = region,
            Roads = roads,
            Products = ProductList.All,
            Distributors = distributors,
            Vehicles = vehicles,
            Reps = reps,
            Terminals = terminals,
        };

        void Staff(int number, Area area)
        {
            var middle = area.Middle.ToGeo(origin);
            var depot = roads.Snap(middle, TravelMode.Van, DepotSnapMeters)?.Location ?? middle;
            var distributor = Depots.Distributor($"{region.Id}-D{number + 1}", $"{region.Name.Zh}{number + 1}", region.Id, depot, null, number, dice);
            distributors.Add(distributor);
            vehicles.AddRange(Fleet.Of(distributor, number, dice, $"{region.Id}-V"));
            var repCount = Math.Clamp((int)Math.Ceiling(area.Workload / (double)VisitsPerRepAndCycle), 1, area.Spots.Count);
            foreach (var repArea in AreaSplit.Split(area, repCount))
            {
                var rep = Company.Reps.Of(reps.Count, distributor, repArea, origin, TravelMode.Motorbike, dice, $"{region.Id}-R");
                reps.Add(rep);
                terminals.AddRange(repArea.Spots.Select(spot => completed[spot.Number] with
                {
                    Distributor = completed[spot.Number].Distributor ?? distributor.Id,
                    Rep = completed[spot.Number].Rep ?? rep.Id,
                }));
            }
        }
    }

    private static Area Whole(List<Spot> spots) => new(
        spots.Min(spot => spot.At.East) - MarginMeters,
        spots.Min(spot => spot.At.North) - MarginMeters,
        spots.Max(spot => spot.At.East) + MarginMeters,
        spots.Max(spot => spot.At.North) + MarginMeters,
        spots);

    private static int VisitsOf(TerminalFile outlet, Region region) =>
        outlet.VisitsPerCycle ?? region.ClassPolicies.FirstOrDefault(policy => policy.Class == outlet.Class)?.VisitsPerCycle ?? 1;
}
