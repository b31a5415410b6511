using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Products;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;
using Territory.Model.Visits;

namespace Territory.Simulation.Market;

/// <summary>The market of one region as it stands on a day: who is in it, the seed and the rates.</summary>
public sealed class MarketSetup
{
    private readonly Dictionary<TerminalId, int> terminalIndexes;
    private readonly Dictionary<ProductId, int> productIndexes;
    private readonly Dictionary<DistributorId, DistributorFile> distributors;
    private readonly Dictionary<RepId, RepFile> reps;
    private readonly Dictionary<VehicleId, VehicleFile> vehicles;

    /// <exception cref="InvalidInputException">Ids are given twice, or a file names a product, distributor or rep that is not there; all are listed.</exception>
    public MarketSetup(
        Region region,
        IReadOnlyList<Product> products,
        IReadOnlyList<TerminalFile> terminals,
        IReadOnlyList<DistributorFile> distributors,
        IReadOnlyList<RepFile> reps,
        IReadOnlyList<VehicleFile> vehicles,
        IMarketTravel travel,
        long seed,
        MarketRates? rates = null,
        VisitProtocol? protocol = null)
    {
        Region = region;
        Products = products;
        Terminals = terminals;
        Distributors = distributors;
        Reps = reps;
        Vehicles = vehicles;
        Travel = travel;
        Seed = seed;
        Rates = rates ?? MarketRates.Standard;
        Protocol = protocol ?? VisitProtocol.EightSteps;

        var check = new SetupCheck();
        productIndexes = check.Index(products, "product", product => product.Id);
        terminalIndexes = check.Index(terminals, "terminal", terminal => terminal.Id);
        this.distributors = check.ByKey(distributors, "distributor", distributor => distributor.Id);
        this.reps = check.ByKey(reps, "rep", rep => rep.Id);
        this.vehicles = check.ByKey(vehicles, "vehicle", vehicle => vehicle.Id);
        check.References(this);
        check.ThrowIfAny();
        Demand = new DemandTable(this);
    }

    public Region Region { get; }

    public IReadOnlyList<Product> Products { get; }

    public IReadOnlyList<TerminalFile> Terminals { get; }

    public IReadOnlyList<DistributorFile> Distributors { get; }

    public IReadOnlyList<RepFile> Reps { get; }

    public IReadOnlyList<VehicleFile> Vehicles { get; }

    public IMarketTravel Travel { get; }

    public long Seed { get; }

    public MarketRates Rates { get; }

    public VisitProtocol Protocol { get; }

    /// <summary>The mean demand of every listed product, computed once.</summary>
    public DemandTable Demand { get; }

    /// <summary>The terminal's place in <see cref="Terminals"/>, or -1.</summary>
    public int IndexOf(TerminalId terminal) => terminalIndexes.GetValueOrDefault(terminal, -1);

    /// <summary>The product's place in <see cref="Products"/>, or -1.</summary>
    public int IndexOf(ProductId product) => productIndexes.GetValueOrDefault(product, -1);

    public TerminalFile this[TerminalId terminal] => Terminals[terminalIndexes[terminal]];

    public Product this[ProductId product] => Products[productIndexes[product]];

    public DistributorFile this[DistributorId distributor] => distributors[distributor];

    public RepFile this[RepId rep] => reps[rep];

    public VehicleFile this[VehicleId vehicle] => vehicles[vehicle];

    public bool Contains(DistributorId distributor) => distributors.ContainsKey(distributor);

    public bool Contains(RepId rep) => reps.ContainsKey(rep);

    public bool Contains(VehicleId vehicle) => vehicles.ContainsKey(vehicle);
}
