using Territory.Grains.Catalogues;
using Territory.Grains.Roads;
using Territory.Journal.Sql;
using Territory.Model.Distributors;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Reps;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Vehicles;
using Territory.Simulation.Market;

namespace Territory.Grains.Market;

/// <summary>Reads a region's market as it stands: who is in it.</summary>
internal static class MarketSetupReader
{
    /// <exception cref="Model.Problems.InvalidInputException">A file names something that is not in the region; all are listed.</exception>
    public static MarketSetup Read(IQueryConnection connection, RegionCatalogue catalogue, RegionRoads roads, long seed)
    {
        var region = catalogue.Region.Id;
        var distributors = new List<DistributorFile>();
        var reps = new List<RepFile>();
        var vehicles = new List<VehicleFile>();
        foreach (var state in ActorStates.All<DistributorState>(connection).Where(state => state.File.Region == region))
            distributors.Add(state.File);
        foreach (var state in ActorStates.All<RepState>(connection).Where(state => state.File.Region == region))
            reps.Add(state.File);
        foreach (var state in ActorStates.All<VehicleState>(connection).Where(state => state.File.Region == region))
            vehicles.Add(state.File);
        var terminals = new List<TerminalFile>();
        foreach (var state in ActorStates.All<TerminalState>(connection).Where(state => state.File.Region == region))
            terminals.Add(state.File);
        return new MarketSetup(
            catalogue.Region, catalogue.Products, terminals, distributors, reps, vehicles, new RegionTravel(roads, region), seed);
    }
}
