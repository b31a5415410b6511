using Territory.Contracts.Serialization;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.ReadModel.Actors;
using Territory.ReadModel.DispatchOrders;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Following;
using Territory.ReadModel.Lab;
using Territory.ReadModel.Market;
using Territory.ReadModel.Plans;
using Territory.ReadModel.Reps;
using Territory.ReadModel.Schedules;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Territories;
using Territory.ReadModel.Vehicles;

namespace Territory.ReadModel;

/// <summary>The read model: every actor's current state, and the tables that lists, filters and maps ask, kept with each append.</summary>
/// <remarks>
/// Units in all tables: instants are Unix milliseconds (columns "..._at", "..._start", "..._end"), days are day numbers counted from 1 January of
/// year 1 ("day", "..._on"), times of day are seconds from the region's midnight, money is in minor units. It is one projection because the
/// actors' tables look at each other, for example a visit at the list it was planned on.
/// </remarks>
public sealed class TerritoryProjection : IProjection
{
    private static readonly Dictionary<string, IActorTables> ByKind = new(StringComparer.Ordinal)
    {
        [ActorKind.Terminal] = new TerminalTables(),
        [ActorKind.Distributor] = new DistributorTables(),
        [ActorKind.Rep] = new RepTables(),
        [ActorKind.Vehicle] = new VehicleTables(),
        [ActorKind.Territory] = new TerritoryTables(),
        [ActorKind.DeliveryPlan] = new DeliveryPlanTables(),
        [ActorKind.VisitPlan] = new VisitPlanTables(),
        [ActorKind.Market] = new MarketTables(),
        [ActorKind.DispatchOrder] = new DispatchOrderTables(),
        [ActorKind.DeliveryDay] = new DeliveryDayTables(),
        [ActorKind.DeliverySchedule] = new DeliveryScheduleTables(),
        [ActorKind.LabScenario] = new LabScenarioTables(),
        [ActorKind.LabRun] = new LabRunTables(),
        [ActorKind.LabTemplate] = new LabTemplateTables(),
        [ActorKind.LabExpansion] = new LabTextTables<LabExpansionRecord>(),
        [ActorKind.LabCalibration] = new LabTextTables<LabCalibrationRecord>(),
        [ActorKind.LabCensus] = new LabTextTables<LabCensusState>(),
    };

    private static readonly string[] AllTables =
        [ActorStateTable.Name, RegionDays.Table, PlanTable.Table, .. ByKind.Values.SelectMany(tables => tables.Names)];

    public string Name => "territory";

    public int Version => 5;

    public IReadOnlyList<string> Tables => AllTables;

    public void CreateTables(IProjectionConnection connection)
    {
        ActorStateTable.CreateTable(connection);
        RegionDays.CreateTable(connection);
        PlanTable.CreateTable(connection);
        foreach (var tables in ByKind.Values)
            tables.Create(connection);
    }

    public void Apply(JournalEntry entry, IProjectionConnection connection)
    {
        var stream = entry.Stream;
        // Streams of other kinds may share the journal; they are not part of this read model.
        if (ByKind.TryGetValue(stream.Kind, out var tables))
            tables.Apply(entry, stream.Key, EventCodec.Decode(entry.Alias, entry.Payload.Span), connection);
    }
}
