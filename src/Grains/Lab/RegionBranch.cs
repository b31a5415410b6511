using System.Globalization;
using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.Journal.Sql;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Reps;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Territories;
using Territory.ReadModel.Vehicles;
using Territory.Simulation.Market;

namespace Territory.Grains.Lab;

/// <summary>A live region as a scenario to start from: what the territory knows is in it, and everything else is left at the lab's usual values.</summary>
/// <remarks>
/// The territory does not know what a case costs to make, nor the season: the first is put at a part of the factory price, the second at what is usual for packaged
/// drinks, and both are named among the assumptions. How products share our sales is what the outlets sold in the days that they remember.
/// </remarks>
internal sealed class RegionBranch(IQueryConnection snapshot, TerritoryState territory, long position)
{
    /// <summary>A usual part of the factory price of packaged drinks and food; only the company knows its own.</summary>
    private const decimal CostPart = 0.6m;

    private const int MonthlyAccountDays = 30;
    private const double DaysPerMonth = 30.4375;

    /// <summary>Where the categories' volume is known of no terminal.</summary>
    private const double UsualUnitsPerDay = 40;

    /// <summary>The region's terminals that are not closed.</summary>
    private readonly List<TerminalState> terminals =
        [.. ActorStates.All<TerminalState>(snapshot).Where(state => state.File.Region == territory.Region.Id && state.File.Status != TerminalStatus.Closed)];

    private readonly JsonArray assumptions = [];

    private Region Region => territory.Region;

    /// <returns>The scenario, and what in it the territory does not know.</returns>
    public (JsonObject Scenario, JsonArray Assumptions) Make(BranchLabScenario question, DateOnly firstDay)
    {
        var sold = UnitsSold();
        var scenario = new JsonObject
        {
            ["name"] = question.Name,
            ["firstDay"] = Text(firstDay),
            ["days"] = question.Days,
            ["products"] = new JsonArray([.. territory.Products.Select((product, index) => (JsonNode)Product(product, index, sold))]),
            ["regions"] = new JsonArray(RegionOf(firstDay)),
            // What is ordered before the distributor's cut-off is delivered on the next working day.
            ["rules"] = new JsonObject { ["ordering"] = new JsonObject { ["leadDays"] = 1 } },
        };
        return (scenario, assumptions);
    }

    /// <summary>Units of each product that the terminals sold in the days that they remember.</summary>
    private Dictionary<ProductId, long> UnitsSold()
    {
        var sold = new Dictionary<ProductId, long>();
        foreach (var shelf in terminals.Select(terminal => terminal.Shelf).Where(shelf => shelf.Sales.Days > 0))
        {
            foreach (var (index, units) in shelf.Sales.Sums(shelf.Products.Length).Index())
                sold[shelf.Products[index]] = sold.GetValueOrDefault(shelf.Products[index]) + units;
        }

        return sold;
    }

    private JsonObject Product(Product product, int index, Dictionary<ProductId, long> sold)
    {
        var cost = decimal.Round(Major(product.Prices.FactoryPerCase) * CostPart, 2);
        Assume($"products[{index}].costPerCase", JsonValue.Create(cost));
        // A case beside what was sold: a product that nobody has bought yet is not one that nobody will. Before any sales all sell alike in cases.
        var weight = sold.GetValueOrDefault(product.Id) + product.UnitsPerCase;
        if (sold.Count == 0)
            Assume($"products[{index}].weight", JsonValue.Create(weight));
        var season = new JsonArray([.. MarketRates.Standard.SeasonByMonth.Select(factor => (JsonNode)factor)]);
        Assume($"products[{index}].seasonByMonth", season.DeepClone());
        return new JsonObject
        {
            ["id"] = product.Id.Value,
            ["unitsPerCase"] = product.UnitsPerCase,
            ["costPerCase"] = cost,
            ["factoryPerCase"] = Major(product.Prices.FactoryPerCase),
            ["channelPerCase"] = Major(product.Prices.TerminalPerCase),
            ["retailPerUnit"] = decimal.Round(Major(product.Prices.RetailPerCase) / product.UnitsPerCase, 2),
            ["weight"] = weight,
            ["seasonByMonth"] = season,
        };
    }

    private JsonObject RegionOf(DateOnly firstDay)
    {
        var files = terminals.Select(terminal => terminal.File).ToList();
        return new JsonObject
        {
            ["id"] = Region.Id.Value,
            ["terminals"] = new JsonObject { ["live"] = new JsonObject { ["region"] = Region.Id.Value, ["position"] = position, ["shelves"] = true } },
            ["census"] = Census(files),
            ["distributor"] = Distributor(files),
            ["fieldForce"] = FieldForce(firstDay),
            ["fleet"] = Fleet(),
        };
    }

    private JsonObject Distributor(List<TerminalFile> files)
    {
        var distributor = new JsonObject { ["terminalCreditDays"] = CreditDays(files) };
        var cases = ActorStates.All<DistributorState>(snapshot).Where(state => state.File.Region == Region.Id).SelectMany(state => state.Stock).Sum(line => (long)line.Cases.Count);
        // The lab's depot opens with twice the least that it holds of a product.
        if (cases > 0)
            distributor["leastCases"] = Math.Max(1, cases / (2 * territory.Products.Count));
        return distributor;
    }

    private JsonObject Census(List<TerminalFile> files)
    {
        var unitsPerCase = territory.Products.CountBy(product => product.UnitsPerCase).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
        var census = new JsonObject { ["unitsPerCase"] = unitsPerCase };
        var known = files.Where(terminal => terminal.CategoryVolumePerMonth.Count > 0).ToList();
        if (known.Count < files.Count)
        {
            var units = known.Count == 0
                ? UsualUnitsPerDay
                : Math.Round(known.Average(terminal => (double)terminal.CategoryVolumePerMonth.Count) * unitsPerCase / DaysPerMonth, 2);
            census["unitsPerTerminalDay"] = units;
            Assume("regions[0].census.unitsPerTerminalDay", JsonValue.Create(units));
        }

        return census;
    }

    private int CreditDays(List<TerminalFile> files) => files.Count == 0 ? 0 : (int)Math.Round(files.Average(terminal => terminal.Terms switch
    {
        PaymentTerms.CashOnDelivery => 0,
        PaymentTerms.MonthlyAccount => MonthlyAccountDays,
        _ => DaysBetweenCalls(terminal.Class),
    }));

    private JsonObject FieldForce(DateOnly firstDay)
    {
        var reps = ActorStates.All<RepState>(snapshot).Select(state => state.File).Where(rep => rep.Region == Region.Id).ToList();
        var force = new JsonObject
        {
            ["staffing"] = new JsonArray(new JsonObject { ["from"] = Text(firstDay), ["reps"] = reps.Count }),
            ["daysBetweenCalls"] = new JsonArray([.. Enum.GetValues<TerminalClass>().Order().Select(@class => (JsonNode)DaysBetweenCalls(@class))]),
            ["workingDays"] = new JsonArray([.. WeekFromMonday().Select(day => (JsonNode)Region.Calendar.WorkingWeekdays.Includes(day))]),
        };
        if (reps.Count > 0)
            force["minutesPerDay"] = Math.Round(reps.Average(rep => rep.Shift.Length.Minutes));
        return force;
    }

    private JsonObject Fleet()
    {
        var vehicles = ActorStates.All<VehicleState>(snapshot).Select(state => state.File).Where(vehicle => vehicle.Region == Region.Id && vehicle.InService).ToList();
        var fleet = new JsonObject { ["vehicles"] = vehicles.Count };
        if (vehicles.Count == 0)
            return fleet;
        fleet["casesPerDay"] = (int)Math.Round(vehicles.Average(vehicle => (double)vehicle.Capacity.Cases.Count * vehicle.MaxTrips));
        fleet["minutesPerDay"] = Math.Round(vehicles.Average(vehicle => vehicle.Shift.Length.Minutes));
        fleet["costPerVehicleDay"] = decimal.Round(vehicles.Average(vehicle => Major(vehicle.FixedCost)), 2);
        fleet["costPerKilometre"] = decimal.Round(vehicles.Average(vehicle => Major(vehicle.CostPerKilometer)), 2);
        return fleet;
    }

    private int DaysBetweenCalls(TerminalClass @class) => Region.ClassPolicies.FirstOrDefault(policy => policy.Class == @class)?.MaxDaysBetweenVisits ?? 0;

    private void Assume(string path, JsonNode value) => assumptions.Add((JsonNode)new JsonObject { ["path"] = path, ["value"] = value });

    private static IEnumerable<DayOfWeek> WeekFromMonday() => Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7));

    private static decimal Major(Money money) => money.MinorUnits / 100m;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
