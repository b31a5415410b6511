namespace Territory.Simulation.Randomness;

/// <summary>What a draw or a command identity is for. Values are part of every result: never renumber, only append (at most 1,023).</summary>
public enum DrawPurpose
{
    ProductPopularity = 1,
    TerminalTaste = 2,
    Demand = 3,
    RepTravel = 4,
    RepService = 5,
    VehicleTravel = 6,
    VehicleService = 7,
    DeliveryRefusal = 8,
    OpeningStock = 9,
    PlanSeed = 10,
    DemoRegion = 11,
    LabDemand = 12,
    LabAdoption = 13,
    LabOutOfStock = 14,
    LabRivals = 15,
    LabFirstCall = 16,
    LabSwitch = 17,
    LabShelf = 18,
    LabShelfPrice = 19,
    LabDelisting = 20,

    SettleCommand = 100,
    StartVisitCommand = 101,
    CountStockCommand = 102,
    PlaceOrderCommand = 103,
    CompleteVisitCommand = 104,
    DepartCommand = 105,
    DeliverCommand = 106,
    PaymentCommand = 107,
    ReturnCommand = 108,
    PlanCommand = 109,
    CloseDayCommand = 110,
    DemoCommand = 111,

    /// <summary>What is uncertain of a region that may be opened.</summary>
    ExpansionOutlook = 300,

    /// <summary>The runs of the known-answer suite.</summary>
    KnownAnswer = 900,
}
