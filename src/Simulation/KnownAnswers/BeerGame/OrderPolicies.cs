namespace Territory.Simulation.KnownAnswers.BeerGame;

/// <summary>Orders up to a level of stock and supply line together.</summary>
public sealed record BaseStockPolicy(double Level) : OrderPolicy
{
    public override double Order(StageSituation situation) => Level - situation.NetInventory - situation.SupplyLine;
}

/// <summary>Passes on what was asked of it.</summary>
public sealed record PassOnPolicy : OrderPolicy
{
    public override double Order(StageSituation situation) => situation.IncomingOrder;
}

/// <summary>Orders the same every week.</summary>
public sealed record ConstantPolicy(double Quantity) : OrderPolicy
{
    public override double Order(StageSituation situation) => Quantity;
}

/// <summary>Anchoring and adjustment, the rule that people were found to follow: expectation + alpha (target - stock - beta supply line).</summary>
/// <remarks>Source: Sterman: "Modeling managerial behavior", Management Science 35, 1989; people's mean alpha is 0.26, beta 0.34, theta 0.36.</remarks>
/// <param name="Theta">The weight of the latest order in the expectation; 0 keeps the initial one.</param>
/// <param name="Alpha">The part of the gap that is ordered each week.</param>
/// <param name="Beta">The part of the supply line that is taken into account.</param>
/// <param name="Target">S', the stock and supply line wanted.</param>
public sealed record AnchoringPolicy(double Theta, double Alpha, double Beta, double Target) : OrderPolicy
{
    public override double Smoothing => Theta;

    public override double Order(StageSituation situation) =>
        situation.ExpectedOrder + (Alpha * (Target - situation.NetInventory - (Beta * situation.SupplyLine)));
}
