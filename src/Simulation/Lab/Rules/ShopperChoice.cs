namespace Territory.Simulation.Lab.Rules;

/// <summary>What a shopper does who does not find the product.</summary>
public enum ShopperChoice
{
    OtherStore,
    None,
    Delay,
    SameBrand,
    OtherBrand,
}
