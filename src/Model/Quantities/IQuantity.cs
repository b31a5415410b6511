namespace Territory.Model.Quantities;

/// <summary>A whole number of one unit; the unit is the type's name or its property's.</summary>
public interface IQuantity<TSelf>
    where TSelf : struct, IQuantity<TSelf>
{
    long Amount { get; }

    static abstract TSelf Of(long amount);
}
